/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "comark-exchange-error.h"

G_DEFINE_QUARK (comark-exchange-error-quark, comark_exchange_error)
