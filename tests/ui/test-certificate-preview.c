/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <adwaita.h>
#include <glib/gstdio.h>
#include <string.h>

#include "../certificate/award-fixture.h"
#include "act-host-window.h"
#include "comark-certificate-picture.h"
#include "comark-certificate-preview.h"
#include "comark-mark-words.h"
#include "comark-print.h"

typedef struct
{
  GtkWidget *window;
  ComarkCertificatePreview *preview;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->window = gtk_window_new ();
  fixture->preview = COMARK_CERTIFICATE_PREVIEW (comark_certificate_preview_new ());
  gtk_widget_set_valign (GTK_WIDGET (fixture->preview), GTK_ALIGN_START);
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), 700, 600);
  gtk_window_set_child (GTK_WINDOW (fixture->window), GTK_WIDGET (fixture->preview));
  gtk_window_present (GTK_WINDOW (fixture->window));
  gtk_test_widget_wait_for_draw (fixture->window);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_object_add_weak_pointer (G_OBJECT (fixture->preview), (gpointer *) &fixture->preview);
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  WAIT_FOR (fixture->preview == NULL);
}

static void
show (Fixture *fixture, const char *title)
{
  g_autoptr (ComarkAward) award = fixture_award_titled (&fixture_fields, title);

  comark_certificate_preview_set_award (fixture->preview, award);
}

static GtkWidget *
picture_of (Fixture *fixture)
{
  return gtk_widget_get_first_child (GTK_WIDGET (fixture->preview));
}

/* How many of the texture's pixels are not of the paper's colour. */
static guint
count_ink (GdkTexture *texture)
{
  int width = gdk_texture_get_width (texture), height = gdk_texture_get_height (texture);
  g_autofree guint32 *pixels = g_new0 (guint32, (gsize) width * (gsize) height);
  guint n_ink = 0;

  gdk_texture_download (texture, (guchar *) pixels, (gsize) width * 4);
  for (int i = 0; i < width * height; i++)
    n_ink += pixels[i] != pixels[0];
  return n_ink;
}

static void
test_it_is_painted_for_the_room_it_has (Fixture *fixture, gconstpointer data)
{
  GdkTexture *texture;

  g_assert_null (comark_certificate_preview_get_texture (fixture->preview));
  show (fixture, NULL);
  WAIT_FOR (comark_certificate_preview_get_texture (fixture->preview) != NULL);
  texture = comark_certificate_preview_get_texture (fixture->preview);
  g_assert_cmpint (gdk_texture_get_width (texture), ==, 700);
  g_assert_cmpint (gdk_texture_get_height (texture), ==, 495);
  g_assert_cmpint (gtk_widget_get_height (GTK_WIDGET (fixture->preview)), ==, 495);
  g_assert_cmpuint (count_ink (texture), >, 700 * 495 / 10);
}

static void
test_its_name_says_what_it_says (Fixture *fixture, gconstpointer data)
{
  g_autoptr (ComarkAward) award = fixture_award_titled (&fixture_fields, NULL);
  g_autofree char *name = comark_mark_words_describe (award);
  const char *needles[] = { "CP-2026-0042-7", "Safe and Supported Discharge", "3.2",
                            "Broadland Community Trust", "22 November 2028", "Tomasz Żeleński" };

  comark_certificate_preview_set_award (fixture->preview, award);
  gtk_test_accessible_assert_role (picture_of (fixture), GTK_ACCESSIBLE_ROLE_IMG);
  gtk_test_accessible_assert_property (picture_of (fixture), GTK_ACCESSIBLE_PROPERTY_LABEL, name);
  for (gsize i = 0; i < G_N_ELEMENTS (needles); i++)
    g_assert_nonnull (strstr (name, needles[i]));
}

static void
test_the_last_award_asked_for_is_the_one_shown (Fixture *fixture, gconstpointer data)
{
  g_autoptr (ComarkAward) last = fixture_award_titled (&fixture_crowded_fields, NULL);
  GdkTexture *texture;
  guint n_ink, n_ink_last;

  show (fixture, "A short one");
  WAIT_FOR (comark_certificate_preview_get_texture (fixture->preview) != NULL);
  n_ink = count_ink (comark_certificate_preview_get_texture (fixture->preview));
  for (int i = 0; i < 5; i++)
    show (fixture, "Another");
  comark_certificate_preview_set_award (fixture->preview, last);
  WAIT_FOR (comark_certificate_preview_get_texture (fixture->preview) != NULL);
  texture = g_object_ref (comark_certificate_preview_get_texture (fixture->preview));
  n_ink_last = count_ink (texture);
  g_assert_cmpuint (n_ink_last, !=, n_ink);
  for (int i = 0; i < 200; i++)
    g_main_context_iteration (NULL, FALSE) ? (void) 0 : g_usleep (1000);
  g_assert_true (texture == comark_certificate_preview_get_texture (fixture->preview));
  g_object_unref (texture);
}

static void
test_another_size_is_painted_anew (Fixture *fixture, gconstpointer data)
{
  show (fixture, NULL);
  WAIT_FOR (comark_certificate_preview_get_texture (fixture->preview) != NULL);
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), 420, 600);
  WAIT_FOR (gdk_texture_get_width (comark_certificate_preview_get_texture (fixture->preview))
            == 420);
}

static void
count_signal (GtkWidget *widget, int *n)
{
  ++*n;
}

static GtkWidget *
find_button (GtkWidget *widget)
{
  if (GTK_IS_BUTTON (widget))
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_button (child);
      if (found != NULL)
        return found;
    }
  return NULL;
}

static void
test_after_an_error_it_can_be_tried_again (Fixture *fixture, gconstpointer data)
{
  GtkWidget *button = find_button (GTK_WIDGET (fixture->preview));
  int n_retries = 0;

  g_signal_connect (fixture->preview, "retry", G_CALLBACK (count_signal), &n_retries);
  comark_certificate_preview_set_error (fixture->preview, "The typefaces are missing.");
  WAIT_FOR (gtk_widget_get_mapped (button));
  g_assert_false (gtk_widget_get_visible (picture_of (fixture)));
  g_signal_emit_by_name (button, "clicked");
  g_assert_cmpint (n_retries, ==, 1);
  show (fixture, NULL);
  WAIT_FOR (comark_certificate_preview_get_texture (fixture->preview) != NULL);
  g_assert_false (gtk_widget_get_visible (gtk_widget_get_parent (button)));
}

static void
test_what_will_not_print_is_told (Fixture *fixture, gconstpointer data)
{
  g_autoptr (ComarkAward) plain = fixture_award_titled (&fixture_fields, NULL);
  /* U+E000 is for private use: no typeface has it. */
  g_autoptr (ComarkAward) strange
    = fixture_award_titled (&fixture_fields, "Care \xee\x80\x80 plan");
  g_autoptr (ComarkAward) crowded = fixture_award_titled (&fixture_crowded_fields, NULL);
  ComarkAward *awards[] = { plain, strange, crowded };
  const char *told[] = { NULL, "\xee\x80\x80", "“…”" };

  for (gsize i = 0; i < G_N_ELEMENTS (awards); i++)
    {
      g_autoptr (ComarkCertificateLayout) layout = comark_certificate_lay_out (awards[i], NULL);
      g_autofree char *warning = comark_mark_words_warn (layout);
      if (told[i] == NULL)
        g_assert_null (warning);
      else
        g_assert_nonnull (strstr (warning, told[i]));
    }
}

static void
test_the_printers_page_is_the_same (Fixture *fixture, gconstpointer data)
{
  g_autoptr (ComarkAward) award = fixture_award_titled (&fixture_fields, NULL);
  g_autoptr (GtkPrintOperation) operation = comark_print_operation_new (award);
  g_autoptr (GError) error = NULL;
  g_autofree char *folder = g_dir_make_tmp ("comark-print-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "printed.pdf", NULL);
  g_autofree char *command = g_strdup_printf ("pdftotext -layout '%s' -", path);
  g_autofree char *sizes = g_strdup_printf ("pdfinfo '%s'", path);
  g_autofree char *text = NULL, *info = NULL;

  gtk_print_operation_set_export_filename (operation, path);
  g_assert_cmpint (gtk_print_operation_run (operation, GTK_PRINT_OPERATION_ACTION_EXPORT,
                                            GTK_WINDOW (fixture->window), &error),
                   ==, GTK_PRINT_OPERATION_RESULT_APPLY);
  g_assert_no_error (error);
  g_spawn_command_line_sync (command, &text, NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_nonnull (strstr (text, "CP-2026-0042-7"));
  g_assert_nonnull (strstr (text, "Safe and Supported Discharge"));
  g_spawn_command_line_sync (sizes, &info, NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_nonnull (strstr (info, "Pages:           1\n"));
  if (strstr (info, "841.89 x 595.276") == NULL && strstr (info, "(A4)") == NULL)
    g_error ("%s", info);
  g_unlink (path);
  g_rmdir (folder);
}

#define ADD(name, func)                                                        \
  g_test_add ("/app/certificate-preview/" name, Fixture, NULL, set_up, func, tear_down)

int
main (int argc, char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  ADD ("it-is-painted-for-the-room-it-has", test_it_is_painted_for_the_room_it_has);
  ADD ("its-name-says-what-it-says", test_its_name_says_what_it_says);
  ADD ("the-last-award-is-the-one-shown", test_the_last_award_asked_for_is_the_one_shown);
  ADD ("another-size-is-painted-anew", test_another_size_is_painted_anew);
  ADD ("after-an-error-it-can-be-tried-again", test_after_an_error_it_can_be_tried_again);
  ADD ("what-will-not-print-is-told", test_what_will_not_print_is_told);
  ADD ("the-printers-page-is-the-same", test_the_printers_page_is_the_same);
  return g_test_run ();
}
