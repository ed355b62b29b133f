# SPDX-License-Identifier: GPL-3.0-or-later
# bash completion for comarkctl: the verbs are those that the program itself lists.
_comarkctl ()
{
  local cur prev words cword
  _init_completion || return

  local -a verbs=() found=()
  local i line
  mapfile -t verbs < <(comarkctl --help 2>/dev/null | sed -nE 's/^  ([a-z]+)( [a-z][a-z-]+)?( .*)?$/\1\2/p')
  case $prev in
    --register | -r | --framework | --file | --output)
      _filedir
      return
      ;;
    --as | --now | --organisation | --because | --name | --email)
      return
      ;;
  esac
  for ((i = 1; i < cword; i++)); do
    case ${words[i]} in
      --register | -r | --as | --now) ((i++)) ;;
      -*) ;;
      *) found+=("${words[i]}") ;;
    esac
  done
  case ${#found[@]} in
    0) COMPREPLY=($(compgen -W "--register --as --now --json --help ${verbs[*]%% *}" -- "$cur")) ;;
    1)
      line=$(printf '%s\n' "${verbs[@]}" | sed -n "s/^${found[0]} //p")
      if [[ $line ]]; then
        COMPREPLY=($(compgen -W "$line" -- "$cur"))
      else
        _filedir
      fi
      ;;
    *) _filedir ;;
  esac
} &&
complete -F _comarkctl comarkctl
