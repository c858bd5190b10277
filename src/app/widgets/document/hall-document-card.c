/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * One document to hand in.
 */
#include "hall-document-card.h"

#include <glib/gi18n.h>

#include "hall-app-lang.h"
#include "hall-document-chooser.h"
#include "hall-file-size.h"
#include "hall-finding-list.h"
#include "hall-page-thumbnail.h"
#include "hall-seal-box.h"
#include "hall-ui.h"

struct _HallDocumentCard
{
  GtkBox parent_instance;

  GtkLabel *title;
  GtkLabel *hint;
  GtkWidget *return_box;
  GtkLabel *return_text;
  GtkWidget *problem_box;
  GtkLabel *problem;
  GtkStack *stack; /* "empty" or "file" */
  GtkBox *thumbnail_box;
  GtkBox *empty;
  GtkLabel *limits;
  GtkButton *choose_button;
  GtkBox *empty_tools;
  GtkLabel *file_name;
  GtkLevelBar *size_bar;
  GtkLabel *size;
  GtkBox *marks;
  GtkStack *foot; /* "buttons" or "progress" */
  GtkProgressBar *progress;
  GtkButton *view_button;
  GtkButton *replace_button;
  GtkButton *remove_button;
  GtkButton *cancel_button;
  GtkBox *file_tools;

  const HallRequirement *requirement;
  HallPageThumbnail *thumbnail; /* in @thumbnail_box */
  HallFindingList *findings;    /* in @marks */
  HallSealBox *seal;            /* (nullable): in @marks; of the seal sheet */
  HallDocumentChooser *chooser; /* owned */
  gboolean locked;
  gboolean removable;
};

G_DEFINE_FINAL_TYPE (HallDocumentCard, hall_document_card, GTK_TYPE_BOX)

enum
{
  FILES_CHOSEN,
  PLACE_CHOSEN,
  VIEW,
  DISCARD,
  CANCEL,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

#define SEAL_PX      108
#define MAX_FINDINGS 3   /* in view at once: the others are behind a button */
#define MIN_WIDTH_PX 420 /* for the buttons of an empty place side by side */

static char *
get_label (HallDocumentCard *self)
{
  return g_strdup (hall_label_get (&self->requirement->label, hall_app_lang ()));
}

static void
on_choose_clicked_cb (GtkButton *button, HallDocumentCard *self)
{
  g_autofree char *label = get_label (self);

  hall_document_chooser_open (self->chooser, GTK_WIDGET (self), label);
}

static void
on_view_clicked_cb (GtkButton *button, HallDocumentCard *self)
{
  g_signal_emit (self, signals[VIEW], 0);
}

static void
on_remove_clicked_cb (GtkButton *button, HallDocumentCard *self)
{
  g_signal_emit (self, signals[DISCARD], 0);
}

static void
on_cancel_clicked_cb (GtkButton *button, HallDocumentCard *self)
{
  g_signal_emit (self, signals[CANCEL], 0);
}

static void
on_files_chosen_cb (HallDocumentCard *self, GPtrArray *files)
{
  g_signal_emit (self, signals[FILES_CHOSEN], 0, files);
}

static void
on_place_chosen_cb (HallDocumentCard *self, HallPlace *place)
{
  g_signal_emit (self, signals[PLACE_CHOSEN], 0, place);
}

static void
hall_document_card_finalize (GObject *object)
{
  g_clear_object (&HALL_DOCUMENT_CARD (object)->chooser);
  G_OBJECT_CLASS (hall_document_card_parent_class)->finalize (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/certhall/ui/hall-document-card.ui");
  gtk_widget_class_bind_template_child (widget_class, HallDocumentCard, title);
  gtk_widget_class_bind_template_child (widget_class, HallDocumentCard, hint);
  gtk_widget_class_bind_template_child (widget_class, HallDocumentCard, return_box);
  gtk_widget_class_bind_template_child (widget_class, HallDocumentCard, return_text);
  gtk_widget_class_bind_template_child (widget_class, HallDocumentCard, problem_box);
  gtk_widget_class_bind_template_child (widget_class, HallDocumentCard, problem);
  gtk_widget_class_bind_template_child (widget_class, HallDocumentCard, stack);
  gtk_widget_class_bind_template_child (widget_class, HallDocumentCard, thumbnail_box);
  gtk_widget_class_bind_template_child (widget_class, HallDocumentCard, empty);
  gtk_widget_class_bind_template_child (widget_class, HallDocumentCard, limits);
  gtk_widget_class_bind_template_child (widget_class, HallDocumentCard, choose_button);
  gtk_widget_class_bind_template_child (widget_class, HallDocumentCard, empty_tools);
  gtk_widget_class_bind_template_child (widget_class, HallDocumentCard, file_name);
  gtk_widget_class_bind_template_child (widget_class, HallDocumentCard, size_bar);
  gtk_widget_class_bind_template_child (widget_class, HallDocumentCard, size);
  gtk_widget_class_bind_template_child (widget_class, HallDocumentCard, marks);
  gtk_widget_class_bind_template_child (widget_class, HallDocumentCard, foot);
  gtk_widget_class_bind_template_child (widget_class, HallDocumentCard, progress);
  gtk_widget_class_bind_template_child (widget_class, HallDocumentCard, view_button);
  gtk_widget_class_bind_template_child (widget_class, HallDocumentCard, replace_button);
  gtk_widget_class_bind_template_child (widget_class, HallDocumentCard, remove_button);
  gtk_widget_class_bind_template_child (widget_class, HallDocumentCard, cancel_button);
  gtk_widget_class_bind_template_child (widget_class, HallDocumentCard, file_tools);
  gtk_widget_class_bind_template_callback (widget_class, on_choose_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_view_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_remove_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_cancel_clicked_cb);
}

static guint
add_signal (const char *name)
{
  return g_signal_new (name, HALL_TYPE_DOCUMENT_CARD, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                       G_TYPE_NONE, 0);
}

static void
hall_document_card_class_init (HallDocumentCardClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = hall_document_card_finalize;

  signals[FILES_CHOSEN] = g_signal_new ("files-chosen", HALL_TYPE_DOCUMENT_CARD, G_SIGNAL_RUN_LAST,
                                        0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_PTR_ARRAY);
  signals[PLACE_CHOSEN] = g_signal_new ("place-chosen", HALL_TYPE_DOCUMENT_CARD, G_SIGNAL_RUN_LAST,
                                        0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_POINTER);
  signals[VIEW] = add_signal ("view");
  signals[DISCARD] = add_signal ("discard");
  signals[CANCEL] = add_signal ("cancel");
  bind_template (GTK_WIDGET_CLASS (klass));
}

static void
hall_document_card_init (HallDocumentCard *self)
{
  GtkWidget *thumbnail = hall_page_thumbnail_new ();

  gtk_widget_init_template (GTK_WIDGET (self));
  hall_ui_stack_when_narrow (self->empty, MIN_WIDTH_PX);
  hall_ui_make_alert (self->return_text);
  hall_ui_make_alert (self->problem);
  self->removable = TRUE;
  /* One colour at every length: only too large is another. */
  gtk_level_bar_remove_offset_value (self->size_bar, GTK_LEVEL_BAR_OFFSET_LOW);
  gtk_level_bar_remove_offset_value (self->size_bar, GTK_LEVEL_BAR_OFFSET_HIGH);
  gtk_level_bar_remove_offset_value (self->size_bar, GTK_LEVEL_BAR_OFFSET_FULL);

  self->thumbnail = HALL_PAGE_THUMBNAIL (thumbnail);
  gtk_container_add (GTK_CONTAINER (self->thumbnail_box), thumbnail);

  self->findings = HALL_FINDING_LIST (hall_finding_list_new (MAX_FINDINGS));
  gtk_container_add (GTK_CONTAINER (self->marks), GTK_WIDGET (self->findings));
  g_signal_connect_object (self->findings, "place-chosen", G_CALLBACK (on_place_chosen_cb), self,
                           G_CONNECT_SWAPPED);

  self->chooser = hall_document_chooser_new ();
  g_signal_connect_object (self->chooser, "chosen", G_CALLBACK (on_files_chosen_cb), self,
                           G_CONNECT_SWAPPED);
  hall_document_chooser_accept_drops (self->chooser, GTK_WIDGET (self));
}

/* Several cards stand on one page: their buttons are told apart by what they belong to. */
static void
name_button (GtkButton *button, const char *label)
{
  g_autofree char *name = g_strdup_printf ("%s %s", gtk_button_get_label (button), label);

  hall_ui_set_accessible_name (GTK_WIDGET (button), name);
}

GtkWidget *
hall_document_card_new (const HallRequirement *requirement)
{
  HallDocumentCard *self = g_object_new (HALL_TYPE_DOCUMENT_CARD, "name", requirement->slot, NULL);
  g_autofree char *label = NULL;
  g_autofree char *size = hall_file_size_format ((gint64) requirement->max_bytes);
  g_autofree char *limits = NULL;

  self->requirement = requirement;
  if (requirement->kind == HALL_DOCUMENT_SEAL_SHEET)
    {
      self->seal = HALL_SEAL_BOX (hall_seal_box_new (SEAL_PX));
      gtk_container_add (GTK_CONTAINER (self->marks), GTK_WIDGET (self->seal));
    }
  label = get_label (self);
  gtk_label_set_text (self->title, label);
  gtk_label_set_text (self->hint, hall_label_get (&requirement->hint, hall_app_lang ()));
  /* Translators: %s is a size: "JPG or PDF, up to 2 MB" */
  limits = g_strdup_printf (_ ("JPG or PDF, up to %s"), size);
  gtk_label_set_text (self->limits, limits);
  gtk_level_bar_set_max_value (self->size_bar, (double) requirement->max_bytes);

  hall_ui_set_accessible_name (GTK_WIDGET (self), label);
  name_button (self->choose_button, label);
  name_button (self->view_button, label);
  name_button (self->replace_button, label);
  name_button (self->remove_button, label);
  name_button (self->cancel_button, label);
  hall_document_card_show_empty (self);
  return GTK_WIDGET (self);
}

const HallRequirement *
hall_document_card_get_requirement (HallDocumentCard *self)
{
  g_return_val_if_fail (HALL_IS_DOCUMENT_CARD (self), NULL);

  return self->requirement;
}

void
hall_document_card_show_empty (HallDocumentCard *self)
{
  g_return_if_fail (HALL_IS_DOCUMENT_CARD (self));

  hall_finding_list_set (self->findings, NULL);
  hall_document_card_set_content (self, NULL);
  hall_document_card_set_progress (self, -1);
  gtk_stack_set_visible_child_name (self->stack, "empty");
}

void
hall_document_card_show_file (HallDocumentCard *self,
                              const char *file_name,
                              gint64 bytes,
                              guint pages)
{
  g_autofree char *size = NULL;
  g_autofree char *limit = NULL;
  g_autofree char *text = NULL;
  gboolean too_large;

  g_return_if_fail (HALL_IS_DOCUMENT_CARD (self));

  hall_finding_list_set (self->findings, NULL);
  hall_document_card_set_content (self, NULL);
  gtk_label_set_text (self->file_name, file_name);

  size = hall_file_size_format (bytes);
  limit = hall_file_size_format ((gint64) self->requirement->max_bytes);
  too_large = bytes > (gint64) self->requirement->max_bytes;
  if (pages > 0)
    text = g_strdup_printf (g_dngettext (NULL, "%1$s of %2$s, %3$u page",
                                         "%1$s of %2$s, %3$u pages", pages),
                            size, limit, pages);
  else
    /* Translators: the size of a file and the largest that is allowed */
    text = g_strdup_printf (_ ("%1$s of %2$s"), size, limit);
  gtk_label_set_text (self->size, text);
  gtk_level_bar_set_value (self->size_bar,
                           MIN ((double) bytes, (double) self->requirement->max_bytes));
  hall_ui_set_class (GTK_WIDGET (self->size_bar), "hall-too-large", too_large);
  gtk_stack_set_visible_child_name (self->stack, "file");
}

void
hall_document_card_set_content (HallDocumentCard *self, GBytes *content)
{
  g_return_if_fail (HALL_IS_DOCUMENT_CARD (self));

  hall_page_thumbnail_set_content (self->thumbnail, content);
  if (self->seal != NULL)
    hall_seal_box_load (self->seal, content);
}

void
hall_document_card_set_findings (HallDocumentCard *self, GPtrArray *findings)
{
  g_return_if_fail (HALL_IS_DOCUMENT_CARD (self));

  hall_finding_list_set (self->findings, findings);
  if (self->seal != NULL)
    hall_seal_box_set_findings (self->seal, findings);
}

void
hall_document_card_add_mark (HallDocumentCard *self, HallVerdict verdict, const char *text)
{
  g_return_if_fail (HALL_IS_DOCUMENT_CARD (self));

  hall_finding_list_add_mark (self->findings, verdict, text);
}

void
hall_document_card_set_problem (HallDocumentCard *self, const char *text)
{
  g_return_if_fail (HALL_IS_DOCUMENT_CARD (self));

  gtk_label_set_text (self->problem, text != NULL ? text : "");
  gtk_widget_set_visible (self->problem_box, text != NULL);
}

GtkBox *
hall_document_card_get_empty_tools (HallDocumentCard *self)
{
  g_return_val_if_fail (HALL_IS_DOCUMENT_CARD (self), NULL);

  return self->empty_tools;
}

GtkBox *
hall_document_card_get_file_tools (HallDocumentCard *self)
{
  g_return_val_if_fail (HALL_IS_DOCUMENT_CARD (self), NULL);

  return self->file_tools;
}

void
hall_document_card_set_progress (HallDocumentCard *self, double fraction)
{
  g_return_if_fail (HALL_IS_DOCUMENT_CARD (self));

  gtk_stack_set_visible_child_name (self->foot, fraction >= 0 ? "progress" : "buttons");
  gtk_progress_bar_set_fraction (self->progress, CLAMP (fraction, 0, 1));
}

void
hall_document_card_set_return (HallDocumentCard *self, const char *reason)
{
  g_return_if_fail (HALL_IS_DOCUMENT_CARD (self));

  gtk_label_set_text (self->return_text, reason != NULL ? reason : "");
  gtk_widget_set_visible (self->return_box, reason != NULL);
}

static void
show_changes (HallDocumentCard *self)
{
  gtk_widget_set_visible (GTK_WIDGET (self->replace_button), !self->locked);
  gtk_widget_set_visible (GTK_WIDGET (self->remove_button), !self->locked && self->removable);
  gtk_widget_set_sensitive (GTK_WIDGET (self->choose_button), !self->locked);
  hall_document_chooser_set_enabled (self->chooser, !self->locked);
}

void
hall_document_card_set_locked (HallDocumentCard *self, gboolean locked)
{
  g_return_if_fail (HALL_IS_DOCUMENT_CARD (self));

  self->locked = locked;
  show_changes (self);
}

void
hall_document_card_set_removable (HallDocumentCard *self, gboolean removable)
{
  g_return_if_fail (HALL_IS_DOCUMENT_CARD (self));

  self->removable = removable;
  show_changes (self);
}

void
hall_document_card_focus (HallDocumentCard *self)
{
  const char *place;

  g_return_if_fail (HALL_IS_DOCUMENT_CARD (self));

  place = gtk_stack_get_visible_child_name (self->stack);
  gtk_widget_grab_focus (
      GTK_WIDGET (g_strcmp0 (place, "file") == 0 ? self->replace_button : self->choose_button));
}
