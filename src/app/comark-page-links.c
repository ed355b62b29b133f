/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "comark-page-links.h"

#include <glib/gi18n.h>
#include <string.h>

#include "comark-compat.h"

#define MOST_PAGES 200 /* that are remembered */

struct _ComarkPageLinks
{
  GObject parent_instance;

  ComarkReader *reader;
  GCancellable *cancellable;
  GHashTable *pages; /* page → GPtrArray; NULL while on its way */
};

static guint changed_signal;

G_DEFINE_FINAL_TYPE (ComarkPageLinks, comark_page_links, G_TYPE_OBJECT)

/* --- asking -------------------------------------------------------------------------------- */

typedef struct
{
  ComarkPageLinks *self; /* owned */
  int page;
} Request;

/* As they are read. */
static int
compare_links (gconstpointer a, gconstpointer b)
{
  const ComarkReaderLink *one = *(ComarkReaderLink *const *) a;
  const ComarkReaderLink *other = *(ComarkReaderLink *const *) b;

  if (one->area.y != other->area.y)
    return one->area.y < other->area.y ? -1 : 1;
  return (one->area.x > other->area.x) - (one->area.x < other->area.x);
}

/* A page whose links cannot be had has none. */
static void
on_links_got_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autofree Request *request = user_data;
  g_autoptr (ComarkPageLinks) self = request->self;
  g_autoptr (GError) error = NULL;
  GPtrArray *links = comark_reader_links_finish (COMARK_READER (source), result, &error);

  if (links == NULL)
    links = g_ptr_array_new ();
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    {
      g_ptr_array_unref (links);
      return;
    }
  g_ptr_array_sort (links, compare_links);
  g_hash_table_insert (self->pages, GINT_TO_POINTER (request->page), links);
  g_signal_emit (self, changed_signal, 0, request->page);
}

void
comark_page_links_want (ComarkPageLinks *self, int page)
{
  g_return_if_fail (COMARK_IS_PAGE_LINKS (self));

  if (g_hash_table_contains (self->pages, GINT_TO_POINTER (page)))
    return;
  if (g_hash_table_size (self->pages) >= MOST_PAGES)
    g_hash_table_remove_all (self->pages);
  g_hash_table_insert (self->pages, GINT_TO_POINTER (page), NULL);
  Request *request = g_new0 (Request, 1);
  request->self = g_object_ref (self);
  request->page = page;
  comark_reader_links_async (self->reader, page, self->cancellable, on_links_got_cb, request);
}

GPtrArray *
comark_page_links_get (ComarkPageLinks *self, int page)
{
  g_return_val_if_fail (COMARK_IS_PAGE_LINKS (self), NULL);

  return g_hash_table_lookup (self->pages, GINT_TO_POINTER (page));
}

const ComarkReaderLink *
comark_page_links_find (ComarkPageLinks *self, int page, double x_pt, double y_pt)
{
  GPtrArray *links = comark_page_links_get (self, page);

  for (guint i = 0; links != NULL && i < links->len; i++)
    {
      const ComarkReaderLink *link = g_ptr_array_index (links, i);
      const ComarkReaderArea *area = &link->area;
      if (x_pt >= area->x && x_pt <= area->x + area->width && y_pt >= area->y
          && y_pt <= area->y + area->height)
        return link;
    }
  return NULL;
}

/* --- following ----------------------------------------------------------------------------- */

static gboolean
is_letter (const char *address)
{
  return g_ascii_strncasecmp (address, "mailto:", 7) == 0;
}

/* The address as it is shown and as it is opened, one and the same: nothing in it can pass for
 * another letter or turn the line round, and a letter is only addressed, never filled in.
 * Returns: (transfer full) */
static char *
make_plain (const char *address)
{
  char *plain = g_uri_escape_string (address, G_URI_RESERVED_CHARS_ALLOWED_IN_PATH "%?#[]", FALSE);

  if (is_letter (plain) && strchr (plain, '?') != NULL)
    *strchr (plain, '?') = '\0';
  return plain;
}

/* Returns: (transfer full) (nullable): the computer it leads to, in plain letters, so that none
 * looks like another; NULL if it is no web address */
static char *
find_host (const char *address)
{
  g_autoptr (GUri) uri = g_uri_parse (address, G_URI_FLAGS_PARSE_RELAXED, NULL);
  const char *host = uri != NULL ? g_uri_get_host (uri) : NULL;

  return host != NULL && *host != '\0' ? g_hostname_to_ascii (host) : NULL;
}

typedef struct
{
  char *address;
  GtkWindow *parent; /* owned, nullable */
} Following;

static void
following_free (Following *following)
{
  g_free (following->address);
  g_clear_object (&following->parent);
  g_free (following);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Following, following_free)

static void
on_launched_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Following) following = user_data;

  if (g_app_info_launch_default_for_uri_finish (result, NULL))
    return;
  g_autofree char *body
    = g_strdup_printf (_("This computer has no program to open it with. You can type the address "
                         "elsewhere:\n\n%s"),
                       following->address);
  comark_tell (following->parent, _("The link could not be opened"), body);
}

static void
on_confirmed_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Following) following = user_data;

  if (!comark_confirm_finish (result, NULL))
    return;
  const char *address = following->address;
  g_app_info_launch_default_for_uri_async (address, NULL, NULL, on_launched_cb,
                                           g_steal_pointer (&following));
}

static void
ask (const char *address, const char *host, GtkWindow *parent)
{
  Following *following = g_new0 (Following, 1);
  g_autofree char *body = NULL;

  following->address = g_strdup (address);
  following->parent = parent ? g_object_ref (parent) : NULL;
  if (host == NULL)
    body = g_strdup_printf (_("Your mail program would open, with a new letter to:\n\n%s"),
                            address + strlen ("mailto:"));
  else
    /* Translators: a whole web address, then the name of the computer that it leads to. */
    body = g_strdup_printf (_("The document asks for this address:\n\n%s\n\nIt leads to %s, "
                              "outside Comark. Open it only if you know it."),
                            address, host);
  comark_confirm_async (parent, host ? _("Open this link in your browser?") : _("Write a letter?"),
                        body, host ? _("Open in browser") : _("Write"), FALSE, on_confirmed_cb,
                        following);
}

static void
refuse (const char *address, GtkWindow *parent)
{
  g_autofree char *body = NULL;

  if (*address != '\0')
    body = g_strdup_printf (_("It asks for:\n\n%s\n\nComark only follows links to web pages and to "
                              "mail addresses. If you need what it leads to, ask the document's "
                              "owner."),
                            address);
  else
    body = g_strdup (_("It leads to a file or a program, not to a web page. Comark only follows "
                       "links to web pages and to mail addresses. If you need what it leads to, "
                       "ask the document's owner."));
  comark_tell (parent, _("This link is not followed"), body);
}

char *
comark_page_link_describe (const ComarkReaderLink *link)
{
  g_autofree char *address = make_plain (link->address);

  if (link->kind == COMARK_READER_LINK_PAGE)
    /* Translators: where a link leads: %d is the number of a page. */
    return g_strdup_printf (_("To page %d"), link->page + 1);
  if (link->kind == COMARK_READER_LINK_REFUSED)
    return g_strdup (_("Not followed: a file or a program"));
  return g_steal_pointer (&address);
}

void
comark_page_link_follow (const ComarkReaderLink *link, GtkWindow *parent)
{
  g_autofree char *address = make_plain (link->address);
  g_autofree char *host = is_letter (address) ? NULL : find_host (address);

  g_return_if_fail (link->kind != COMARK_READER_LINK_PAGE);

  if (link->kind == COMARK_READER_LINK_REFUSED || (host == NULL && !is_letter (address)))
    refuse (address, parent);
  else
    ask (address, host, parent);
}

/* --- life ---------------------------------------------------------------------------------- */

static void
comark_page_links_finalize (GObject *object)
{
  ComarkPageLinks *self = COMARK_PAGE_LINKS (object);

  g_cancellable_cancel (self->cancellable);
  g_object_unref (self->cancellable);
  g_object_unref (self->reader);
  g_hash_table_unref (self->pages);
  G_OBJECT_CLASS (comark_page_links_parent_class)->finalize (object);
}

static void
comark_page_links_class_init (ComarkPageLinksClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = comark_page_links_finalize;
  changed_signal = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                 NULL, NULL, G_TYPE_NONE, 1, G_TYPE_INT);
}

static void
links_unref (gpointer links)
{
  if (links != NULL)
    g_ptr_array_unref (links);
}

static void
comark_page_links_init (ComarkPageLinks *self)
{
  self->cancellable = g_cancellable_new ();
  self->pages = g_hash_table_new_full (NULL, NULL, NULL, links_unref);
}

ComarkPageLinks *
comark_page_links_new (ComarkReader *reader)
{
  ComarkPageLinks *self = g_object_new (COMARK_TYPE_PAGE_LINKS, NULL);

  self->reader = g_object_ref (reader);
  return self;
}
