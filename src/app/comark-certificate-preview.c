/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "comark-certificate-preview.h"

#include <glib/gi18n.h>
#include <math.h>

#include "comark-certificate-picture.h"
#include "comark-mark-words.h"

#define SETTLE_MS 120 /* of a window being resized, before it is painted for the new size */
#define MIN_WIDTH 240
#define NATURAL_WIDTH 860

struct _ComarkCertificatePreview
{
  GtkWidget parent_instance;

  /* children */
  GtkPicture *picture;
  GtkSpinner *spinner;
  GtkWidget *problem;
  GtkLabel *problem_words;
  GtkWidget *retry_button;

  /* owned */
  ComarkAward *award;        /* (nullable) */
  GCancellable *cancellable; /* of the painting in work */

  /* state */
  guint generation; /* an answer to an older one is stale */
  int painted_px;   /* width of what is in sight or in work; 0: nothing */
  guint settle_id;
};

enum
{
  RETRY,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (ComarkCertificatePreview, comark_certificate_preview, GTK_TYPE_WIDGET)

typedef struct
{
  ComarkCertificatePreview *self; /* owned */
  guint generation;
} Request;

static void
request_free (Request *request)
{
  g_object_unref (request->self);
  g_free (request);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Request, request_free)

/* ---- states ---- */

static void
show_state (ComarkCertificatePreview *self, gboolean is_waiting, const char *problem)
{
  gtk_spinner_set_spinning (self->spinner, is_waiting);
  gtk_widget_set_visible (GTK_WIDGET (self->spinner), is_waiting);
  gtk_widget_set_visible (GTK_WIDGET (self->picture), problem == NULL);
  gtk_widget_set_visible (self->problem, problem != NULL);
  gtk_label_set_label (self->problem_words, problem ? problem : "");
}

static void
set_name (ComarkCertificatePreview *self, const char *name)
{
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->picture),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

/* ---- painting ---- */

static void
stop (ComarkCertificatePreview *self)
{
  self->generation++;
  self->painted_px = 0;
  g_clear_handle_id (&self->settle_id, g_source_remove);
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
}

static void
on_painted_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Request) request = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GdkTexture) texture = comark_certificate_picture_paint_finish (result, &error);
  ComarkCertificatePreview *self = request->self;

  if (request->generation != self->generation)
    return;
  if (texture == NULL)
    {
      comark_certificate_preview_set_error (self, error->message);
      return;
    }
  gtk_picture_set_paintable (self->picture, GDK_PAINTABLE (texture));
  show_state (self, FALSE, NULL);
}

static int
get_width_px (ComarkCertificatePreview *self)
{
  int width_px = gtk_widget_get_width (GTK_WIDGET (self))
                 * gtk_widget_get_scale_factor (GTK_WIDGET (self));

  return MIN (width_px, COMARK_CERTIFICATE_PICTURE_MAX_PX);
}

static void
paint (ComarkCertificatePreview *self)
{
  int width_px = get_width_px (self);
  Request *request;

  if (self->award == NULL || width_px == 0 || width_px == self->painted_px)
    return;
  stop (self);
  self->painted_px = width_px;
  self->cancellable = g_cancellable_new ();
  request = g_new0 (Request, 1);
  request->self = g_object_ref (self);
  request->generation = self->generation;
  comark_certificate_picture_paint_async (self->award, width_px, self->cancellable,
                                          on_painted_cb, request);
}

static void
on_settled_cb (gpointer user_data)
{
  ComarkCertificatePreview *self = user_data;

  self->settle_id = 0;
  paint (self);
}

/* The first picture at once; while a window is being resized the last one is stretched. What
 * failed is not tried again before somebody asks. */
static void
want_picture (ComarkCertificatePreview *self)
{
  if (gtk_widget_get_visible (self->problem))
    return;
  if (self->painted_px == 0)
    paint (self);
  else if (self->settle_id == 0 && get_width_px (self) != self->painted_px)
    self->settle_id = g_timeout_add_once (SETTLE_MS, on_settled_cb, self);
}

/* ---- as a widget ---- */

static GtkSizeRequestMode
comark_certificate_preview_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

/* A sentence in place of the picture may need more room than the sheet, in large text. */
static int
measure_problem (ComarkCertificatePreview *self, GtkOrientation orientation, int for_size)
{
  int minimum = 0;

  if (gtk_widget_get_visible (self->problem))
    gtk_widget_measure (self->problem, orientation, for_size, &minimum, NULL, NULL, NULL);
  return minimum;
}

static void
comark_certificate_preview_measure (GtkWidget *widget, GtkOrientation orientation, int for_size,
                                    int *minimum, int *natural, int *minimum_baseline,
                                    int *natural_baseline)
{
  ComarkCertificatePreview *self = COMARK_CERTIFICATE_PREVIEW (widget);
  int needed = measure_problem (self, orientation, for_size);
  int width = for_size >= 0 ? for_size : MIN_WIDTH;

  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      *minimum = MAX (MIN_WIDTH, needed);
      *natural = MAX (NATURAL_WIDTH, needed);
    }
  else
    *minimum = *natural = MAX ((int) lround (width * COMARK_CERTIFICATE_ASPECT), needed);
}

static void
comark_certificate_preview_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  ComarkCertificatePreview *self = COMARK_CERTIFICATE_PREVIEW (widget);
  GtkWidget *child;

  for (child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (gtk_widget_should_layout (child))
      gtk_widget_size_allocate (child, &(GtkAllocation){ 0, 0, width, height }, -1);
  want_picture (self);
}

static void
on_retry_clicked_cb (ComarkCertificatePreview *self)
{
  show_state (self, TRUE, NULL);
  if (self->award != NULL)
    paint (self);
  else
    g_signal_emit (self, signals[RETRY], 0);
}

/* ---- making it ---- */

static void
add_picture (ComarkCertificatePreview *self)
{
  self->picture = GTK_PICTURE (gtk_picture_new ());
  gtk_picture_set_content_fit (self->picture, GTK_CONTENT_FIT_FILL);
  gtk_widget_add_css_class (GTK_WIDGET (self->picture), "comark-sheet");
  gtk_widget_set_parent (GTK_WIDGET (self->picture), GTK_WIDGET (self));
  set_name (self, _("The certificate is being drawn."));
}

static void
add_spinner (ComarkCertificatePreview *self)
{
  GtkWidget *spinner = gtk_spinner_new ();

  self->spinner = GTK_SPINNER (spinner);
  gtk_widget_set_halign (spinner, GTK_ALIGN_CENTER);
  gtk_widget_set_valign (spinner, GTK_ALIGN_CENTER);
  gtk_widget_set_size_request (spinner, 48, 48);
  gtk_accessible_update_property (GTK_ACCESSIBLE (spinner), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("Loading"), -1);
  gtk_widget_set_parent (spinner, GTK_WIDGET (self));
}

static void
add_problem (ComarkCertificatePreview *self)
{
  GtkWidget *words = gtk_label_new (NULL);

  self->problem = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  self->problem_words = GTK_LABEL (words);
  self->retry_button = gtk_button_new_with_label (_("Try again"));
  gtk_label_set_wrap (self->problem_words, TRUE);
  gtk_label_set_wrap_mode (self->problem_words, PANGO_WRAP_WORD_CHAR);
  gtk_label_set_justify (self->problem_words, GTK_JUSTIFY_CENTER);
  gtk_label_set_max_width_chars (self->problem_words, 60);
  gtk_widget_set_halign (self->retry_button, GTK_ALIGN_CENTER);
  gtk_widget_set_halign (self->problem, GTK_ALIGN_CENTER);
  gtk_widget_set_valign (self->problem, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (self->problem), words);
  gtk_box_append (GTK_BOX (self->problem), self->retry_button);
  g_signal_connect_object (self->retry_button, "clicked", G_CALLBACK (on_retry_clicked_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_widget_set_parent (self->problem, GTK_WIDGET (self));
}

static void
comark_certificate_preview_dispose (GObject *object)
{
  ComarkCertificatePreview *self = COMARK_CERTIFICATE_PREVIEW (object);
  GtkWidget *child;

  stop (self);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_clear_pointer (&self->award, comark_award_unref);
  G_OBJECT_CLASS (comark_certificate_preview_parent_class)->dispose (object);
}

static void
comark_certificate_preview_class_init (ComarkCertificatePreviewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = comark_certificate_preview_dispose;
  widget_class->get_request_mode = comark_certificate_preview_get_request_mode;
  widget_class->measure = comark_certificate_preview_measure;
  widget_class->size_allocate = comark_certificate_preview_size_allocate;
  signals[RETRY] = g_signal_new ("retry", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                 NULL, NULL, G_TYPE_NONE, 0);
}

static void
comark_certificate_preview_init (ComarkCertificatePreview *self)
{
  add_picture (self);
  add_spinner (self);
  add_problem (self);
  show_state (self, TRUE, NULL);
  g_signal_connect_object (self, "notify::scale-factor", G_CALLBACK (want_picture), self,
                           G_CONNECT_SWAPPED);
}

/* ---- public ---- */

GtkWidget *
comark_certificate_preview_new (void)
{
  return g_object_new (COMARK_TYPE_CERTIFICATE_PREVIEW, NULL);
}

void
comark_certificate_preview_set_award (ComarkCertificatePreview *self, ComarkAward *award)
{
  g_autofree char *name = NULL;

  g_return_if_fail (COMARK_IS_CERTIFICATE_PREVIEW (self));

  if (award == self->award && award != NULL)
    return;
  stop (self);
  g_clear_pointer (&self->award, comark_award_unref);
  self->award = award != NULL ? comark_award_ref (award) : NULL;
  name = award != NULL ? comark_mark_words_describe (award)
                       : g_strdup (_("The certificate is being drawn."));
  set_name (self, name);
  gtk_picture_set_paintable (self->picture, NULL);
  show_state (self, TRUE, NULL);
  want_picture (self);
}

void
comark_certificate_preview_set_error (ComarkCertificatePreview *self, const char *sentence)
{
  g_return_if_fail (COMARK_IS_CERTIFICATE_PREVIEW (self));
  g_return_if_fail (sentence != NULL);

  stop (self);
  gtk_picture_set_paintable (self->picture, NULL);
  show_state (self, FALSE, sentence);
}

GdkTexture *
comark_certificate_preview_get_texture (ComarkCertificatePreview *self)
{
  GdkPaintable *paintable;

  g_return_val_if_fail (COMARK_IS_CERTIFICATE_PREVIEW (self), NULL);

  paintable = gtk_picture_get_paintable (self->picture);
  return paintable != NULL ? GDK_TEXTURE (paintable) : NULL;
}
