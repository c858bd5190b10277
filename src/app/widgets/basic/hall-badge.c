/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * How states and verdicts look.
 */
#include "hall-badge.h"

#include <glib/gi18n.h>

#include "hall-ui.h"

typedef struct
{
  HallBadge look;
  const char *word;
} Row;

static const Row tones[HALL_N_TONES] = {
  [HALL_TONE_YOURS] = { { "document-edit-symbolic", "hall-yours" }, N_ ("To do by you") },
  [HALL_TONE_WAITING] = { { "content-loading-symbolic", "hall-waiting" }, N_ ("Waiting") },
  [HALL_TONE_DONE] = { { "object-select-symbolic", "hall-done" }, N_ ("Done") },
  [HALL_TONE_STOPPED] = { { "dialog-error-symbolic", "hall-stopped" }, N_ ("Stopped") },
  [HALL_TONE_CLOSED] = { { "action-unavailable-symbolic", "hall-closed" }, N_ ("Closed") },
};

static const Row verdicts[HALL_N_VERDICTS] = {
  [HALL_GOOD] = { { "object-select-symbolic", "hall-done" }, N_ ("In order") },
  [HALL_HINT] = { { "dialog-information-symbolic", "hall-waiting" }, N_ ("Note") },
  [HALL_DOUBTFUL] = { { "dialog-warning-symbolic", "hall-doubtful" }, N_ ("Please look again") },
  [HALL_WRONG] = { { "dialog-error-symbolic", "hall-stopped" }, N_ ("To be corrected") },
};

const HallBadge *
hall_badge_for_tone (HallTone tone)
{
  g_return_val_if_fail (tone < HALL_N_TONES, NULL);

  return &tones[tone].look;
}

const HallBadge *
hall_badge_for_verdict (HallVerdict verdict)
{
  g_return_val_if_fail (verdict < HALL_N_VERDICTS, NULL);

  return &verdicts[verdict].look;
}

const char *
hall_badge_get_tone_word (HallTone tone)
{
  g_return_val_if_fail (tone < HALL_N_TONES, NULL);

  return _ (tones[tone].word);
}

const char *
hall_badge_get_verdict_word (HallVerdict verdict)
{
  g_return_val_if_fail (verdict < HALL_N_VERDICTS, NULL);

  return _ (verdicts[verdict].word);
}

void
hall_badge_paint (GtkWidget *widget, const HallBadge *look)
{
  for (guint i = 0; i < HALL_N_TONES; i++)
    hall_ui_set_class (widget, tones[i].look.style, FALSE);
  for (guint i = 0; i < HALL_N_VERDICTS; i++)
    hall_ui_set_class (widget, verdicts[i].look.style, FALSE);
  if (look != NULL)
    hall_ui_set_class (widget, look->style, TRUE);
}

void
hall_badge_show_icon (GtkImage *image, const HallBadge *look)
{
  hall_badge_paint (GTK_WIDGET (image), look);
  if (look != NULL)
    gtk_image_set_from_icon_name (image, look->icon, GTK_ICON_SIZE_MENU);
  else
    gtk_image_clear (image);
}
