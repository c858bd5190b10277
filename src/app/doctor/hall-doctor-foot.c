/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hall-doctor-foot.h"

#include <glib/gi18n.h>

#include "hall-app-lang.h"
#include "hall-application.h"
#include "hall-badge.h"
#include "hall-error.h"
#include "hall-file-size.h"
#include "hall-question.h"
#include "hall-ui.h"

struct _HallDoctorFoot
{
  GtkBox parent_instance;

  GtkImage *icon;
  GtkLabel *summary;
  GtkLabel *details;
  GtkCheckButton *card_check;
  GtkStack *tools; /* "none", "making" or "agree" or "again" */
  GtkProgressBar *progress;

  HallDoctorWork *work;
  guint tick_source; /* while a document is made */
  gboolean showing;  /* by the program */
};

G_DEFINE_FINAL_TYPE (HallDoctorFoot, hall_doctor_foot, GTK_TYPE_BOX)

#define TICK_MS 150

static gboolean
is_seal_sheet (HallDoctorFoot *self)
{
  const HallRequirement *requirement = hall_doctor_work_get_requirement (self->work);

  return requirement != NULL && requirement->kind == HALL_DOCUMENT_SEAL_SHEET;
}

/* "1.4 MB of 2 MB · 210 dpi · PDF, 3 pages" */
static char *
summarise (HallDoctorFoot *self, const HallFitDocument *document)
{
  const HallRequirement *requirement = hall_doctor_work_get_requirement (self->work);
  g_autofree char *size = hall_file_size_format ((gint64) g_bytes_get_size (document->bytes));
  g_autofree char *of = NULL;
  g_autoptr (GString) text = g_string_new (NULL);

  if (requirement != NULL)
    {
      g_autofree char *limit = hall_file_size_format ((gint64) requirement->max_bytes);

      of = g_strdup_printf (_ ("%1$s of %2$s"), size, limit);
    }
  g_string_append (text, of != NULL ? of : size);
  if (document->dpi > 0)
    g_string_append_printf (text, " · %u dpi", document->dpi);
  g_string_append_printf (text, " · %s", hall_media_type_get_label (document->media_type));
  if (document->pages > 1)
    {
      g_string_append (text, " · ");
      g_string_append_printf (text, g_dngettext (NULL, "%u page", "%u pages", document->pages),
                              document->pages);
    }
  return g_string_free (g_steal_pointer (&text), FALSE);
}

/* What was done, one after the other. */
static char *
list_steps (HallDoctorFoot *self, const HallFitDocument *document)
{
  g_autoptr (GPtrArray) labels = g_ptr_array_new ();

  for (guint i = 0; i < HALL_N_FIT_STEPS; i++)
    if (hall_fit_document_has_step (document, (HallFitStep) i))
      g_ptr_array_add (labels,
                       (gpointer) hall_fit_step_get_label ((HallFitStep) i, hall_app_lang ()));
  if (is_seal_sheet (self) && document->quality == 0)
    g_ptr_array_add (labels, _ ("the seal sheet is not compressed again"));
  g_ptr_array_add (labels, NULL);
  return g_strjoinv (_ (", "), (char **) labels->pdata);
}

/* Fewer dots than the hall asks for: it can be used, but the hall will say so. */
static gboolean
is_coarse (HallDoctorFoot *self, const HallFitDocument *document)
{
  guint floor = is_seal_sheet (self) ? HALL_FIT_SEAL_MIN_DPI : HALL_FIT_MIN_DPI;

  return document->dpi > 0 && document->dpi < floor;
}

static void
say (HallDoctorFoot *self, HallVerdict verdict, const char *summary, const char *details)
{
  hall_badge_show_icon (self->icon, hall_badge_for_verdict (verdict));
  gtk_label_set_text (self->summary, summary);
  gtk_label_set_text (self->details, details);
  /* A long line is cut at its end. */
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->details), *details != '\0' ? details : NULL);
}

static gboolean
wants_agreement (const GError *error)
{
  GPtrArray *findings = hall_error_get_findings (error);

  return findings != NULL && findings->len > 0
         && ((const HallFinding *) g_ptr_array_index (findings, 0))->issue.code
                == HALL_ISSUE_FIT_ASK;
}

static void
show_progress (HallDoctorFoot *self)
{
  double fraction;

  hall_doctor_work_is_making (self->work, &fraction);
  gtk_progress_bar_set_fraction (self->progress, fraction);
}

static gboolean
on_tick_cb (gpointer user_data)
{
  show_progress (user_data);
  return G_SOURCE_CONTINUE;
}

static void
watch_progress (HallDoctorFoot *self, gboolean making)
{
  if (!making)
    g_clear_handle_id (&self->tick_source, g_source_remove);
  else if (self->tick_source == 0)
    self->tick_source = g_timeout_add (TICK_MS, on_tick_cb, self);
}

static void
show_outcome (HallDoctorFoot *self)
{
  const HallFitDocument *document = hall_doctor_work_get_result (self->work);
  const GError *error = hall_doctor_work_get_error (self->work);
  const char *tools = "none";

  if (document != NULL)
    {
      g_autofree char *summary = summarise (self, document);
      g_autofree char *steps = list_steps (self, document);

      if (is_coarse (self, document))
        say (self, HALL_DOUBTFUL, summary,
             _ ("Hard to read: take the picture from nearer, or scan at 300 dpi."));
      else
        say (self, HALL_GOOD, summary, steps);
    }
  else if (error != NULL)
    {
      g_autofree char *text = hall_doctor_describe (error);

      tools = wants_agreement (error) ? "agree" : "again";
      say (self, wants_agreement (error) ? HALL_DOUBTFUL : HALL_WRONG, text, "");
    }
  else if (hall_doctor_work_has_problem (self->work))
    say (self, HALL_WRONG, _ ("A page cannot be opened. Remove it, or choose another file."), "");
  else if (hall_doctor_work_is_opening (self->work))
    say (self, HALL_HINT, _ ("The pages are being opened…"), "");
  else
    {
      tools = "again";
      say (self, HALL_HINT, _ ("Nothing has been made yet."), "");
    }
  gtk_stack_set_visible_child_name (self->tools, tools);
}

static void
show (HallDoctorFoot *self)
{
  double fraction;
  gboolean making = hall_doctor_work_is_making (self->work, &fraction);

  self->showing = TRUE;
  gtk_widget_set_visible (GTK_WIDGET (self->card_check), hall_doctor_work_can_be_card (self->work));
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (self->card_check),
                                hall_doctor_work_is_card (self->work));
  self->showing = FALSE;
  watch_progress (self, making);
  if (!making)
    {
      show_outcome (self);
      return;
    }
  say (self, HALL_HINT, _ ("The document is being made…"), "");
  gtk_stack_set_visible_child_name (self->tools, "making");
  show_progress (self);
}

static void
on_card_toggled_cb (GtkToggleButton *check, HallDoctorFoot *self)
{
  if (!self->showing)
    hall_doctor_work_set_card (self->work, gtk_toggle_button_get_active (check));
}

static void
on_stop_clicked_cb (GtkButton *button, HallDoctorFoot *self)
{
  hall_doctor_work_stop (self->work);
}

static void
on_again_clicked_cb (GtkButton *button, HallDoctorFoot *self)
{
  hall_doctor_work_make (self->work);
}

static void
on_agreement_answered_cb (GtkDialog *dialog, int response, HallDoctorFoot *self)
{
  if (response == GTK_RESPONSE_ACCEPT)
    hall_doctor_work_agree (self->work);
}

static void
on_agree_clicked_cb (GtkButton *button, HallDoctorFoot *self)
{
  const HallQuestion question = {
    .text = _ ("Compress the seal sheet again?"),
    .detail = _ ("The electronic seal is made from this sheet. Compressed again, its edges may "
                 "become less sharp. A new scan at 300 dpi is better."),
    .yes = _ ("_Compress it"),
    .no = _ ("_Leave it"),
  };
  GtkDialog *dialog = hall_question_ask (GTK_WIDGET (self), &question);

  g_signal_connect_object (dialog, "response", G_CALLBACK (on_agreement_answered_cb), self, 0);
}

static void
hall_doctor_foot_dispose (GObject *object)
{
  HallDoctorFoot *self = HALL_DOCTOR_FOOT (object);

  watch_progress (self, FALSE);
  g_clear_object (&self->work);
  G_OBJECT_CLASS (hall_doctor_foot_parent_class)->dispose (object);
}

static void
hall_doctor_foot_class_init (HallDoctorFootClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = hall_doctor_foot_dispose;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/certhall/ui/hall-doctor-foot.ui");
  gtk_widget_class_bind_template_child (widget_class, HallDoctorFoot, icon);
  gtk_widget_class_bind_template_child (widget_class, HallDoctorFoot, summary);
  gtk_widget_class_bind_template_child (widget_class, HallDoctorFoot, details);
  gtk_widget_class_bind_template_child (widget_class, HallDoctorFoot, card_check);
  gtk_widget_class_bind_template_child (widget_class, HallDoctorFoot, tools);
  gtk_widget_class_bind_template_child (widget_class, HallDoctorFoot, progress);
  gtk_widget_class_bind_template_callback (widget_class, on_card_toggled_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_stop_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_again_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_agree_clicked_cb);
}

static void
hall_doctor_foot_init (HallDoctorFoot *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  hall_ui_make_alert (self->summary);
}

GtkWidget *
hall_doctor_foot_new (HallDoctorWork *work)
{
  HallDoctorFoot *self = g_object_new (HALL_TYPE_DOCTOR_FOOT, NULL);

  self->work = g_object_ref (work);
  g_signal_connect_object (work, "result-changed", G_CALLBACK (show), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (work, "pages-changed", G_CALLBACK (show), self, G_CONNECT_SWAPPED);
  show (self);
  return GTK_WIDGET (self);
}
