/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * One question with its answer.
 */
#include "hall-faq-row.h"

#include "hall-app-lang.h"
#include "hall-ui.h"

struct _HallFaqRow
{
  HdyExpanderRow parent_instance;

  GtkLabel *answer;

  const HallFaq *faq;
};

G_DEFINE_FINAL_TYPE (HallFaqRow, hall_faq_row, HDY_TYPE_EXPANDER_ROW)

static void
hall_faq_row_class_init (HallFaqRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/certhall/ui/hall-faq-row.ui");
  gtk_widget_class_bind_template_child (widget_class, HallFaqRow, answer);
}

static void
hall_faq_row_init (HallFaqRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
hall_faq_row_new (const HallFaq *faq)
{
  HallFaqRow *self = g_object_new (HALL_TYPE_FAQ_ROW, NULL);
  const char *question = hall_label_get (&faq->question, hall_app_lang ());

  self->faq = faq;
  hdy_preferences_row_set_title (HDY_PREFERENCES_ROW (self), question);
  hall_ui_set_accessible_name (GTK_WIDGET (self), question);
  gtk_label_set_text (self->answer, hall_label_get (&faq->answer, hall_app_lang ()));
  return GTK_WIDGET (self);
}

static gboolean
says (const HallLabel *label, const char *wanted)
{
  g_autofree char *text = g_utf8_casefold (hall_label_get (label, hall_app_lang ()), -1);

  return strstr (text, wanted) != NULL;
}

gboolean
hall_faq_row_matches (HallFaqRow *self, const char *text)
{
  g_autofree char *wanted = g_utf8_casefold (text, -1);

  g_return_val_if_fail (HALL_IS_FAQ_ROW (self), FALSE);

  g_strstrip (wanted);
  return says (&self->faq->question, wanted) || says (&self->faq->answer, wanted);
}

void
hall_faq_row_set_unfolded (HallFaqRow *self, gboolean unfolded)
{
  g_return_if_fail (HALL_IS_FAQ_ROW (self));

  hdy_expander_row_set_expanded (HDY_EXPANDER_ROW (self), unfolded);
}
