/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "comark-reader-error.h"

G_DEFINE_QUARK (comark-reader-error-quark, comark_reader_error)
