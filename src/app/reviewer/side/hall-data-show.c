/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What stands in the rows of the data.
 */
#include "hall-data-show.h"

#include <glib/gi18n.h>

#include "hall-app-lang.h"
#include "hall-field-words.h"
#include "hall-file-size.h"
#include "hall-reason-picker.h"
#include "hall-ui.h"

/* Whether some event that is offered can name the place, and some reason fits it. */
gboolean
hall_data_show_is_returnable (const HallDataView *view, const char *place)
{
  const HallOrder *order = view->order;
  HallReasonPlace reasons = {
    .catalog = view->catalog,
    .type = hall_catalog_find_type (view->catalog, order->certificate_type),
    .place = place,
  };

  if (reasons.type == NULL || !hall_reason_place_has_reasons (&reasons))
    return FALSE;
  return (hall_order_can (order, HALL_ACTION_REJECT)
          && hall_event_can_return (HALL_EVENT_REVIEW_REJECTED, view->catalog, place))
         || (hall_order_can (order, HALL_ACTION_REJECT_FUNDS)
             && hall_event_can_return (HALL_EVENT_FUNDS_REJECTED, view->catalog, place));
}

/* Fields of different sections can have the same label. */
static char *
name_place (const HallDataView *view, const char *place)
{
  const HallField *field = hall_catalog_find_field (view->catalog, place);
  const char *label = hall_place_get_label (view->catalog, place, hall_app_lang ());

  if (field == NULL)
    return g_strdup (label);
  /* Translators: which field: section, then field */
  return g_strdup_printf (_ ("%1$s, %2$s"),
                          hall_label_get (&field->section->label, hall_app_lang ()), label);
}

static void
show_accepted (HallDataRow *row, const HallDataView *view)
{
  const char *place = hall_data_row_get_id (row);
  g_autofree char *label = name_place (view, place);
  g_autofree char *name = g_strdup_printf (_ ("Accept: %s"), label);
  gboolean acceptable =
      view->places != NULL && hall_order_can (view->order, HALL_ACTION_REJECT)
      && g_ptr_array_find_with_equal_func (view->places, place, g_str_equal, NULL);

  hall_data_row_set_accepted (row, acceptable, hall_return_basket_is_accepted (view->basket, place),
                              name);
}

/* What is chosen now; else what the order was last returned for. */
void
hall_data_show_return (HallDataRow *row, gpointer user_data)
{
  const HallDataView *view = user_data;
  const char *place = hall_data_row_get_id (row);
  g_autofree char *label = name_place (view, place);
  g_autofree char *name = g_strdup_printf (_ ("Return: %s"), label);
  g_autofree char *text = hall_return_basket_format (view->basket, place, hall_app_lang ());
  gboolean chosen = text != NULL;
  const HallReturn *known = hall_order_find_return (view->order, place);

  if (text == NULL && known != NULL && view->order->state == HALL_STATE_REJECTED)
    text = hall_return_format (known, hall_app_lang ());
  hall_data_row_set_returnable (row, hall_data_show_is_returnable (view, place), name);
  hall_data_row_set_returns (row, text, chosen);
  show_accepted (row, view);
}

static void
show_document (HallDataRow *row, const HallDocument *document, const HallSecondLook *look)
{
  gboolean changed =
      look != NULL && document != NULL && hall_second_look_has_slot (look, document->slot);
  g_autofree char *size = NULL;
  g_autofree char *pages = NULL;
  g_autofree char *text = NULL;

  if (document == NULL)
    {
      hall_data_row_set_value (row, _ ("Not uploaded"), NULL);
      hall_data_row_set_verdict (row, HALL_DOUBTFUL, NULL);
      return;
    }
  size = hall_file_size_format (document->bytes);
  pages = g_strdup_printf (ngettext ("%u page", "%u pages", document->pages), document->pages);
  text = g_strdup_printf ("%s · %s", pages, size);
  hall_data_row_set_value (row, text, NULL);
  hall_data_row_set_verdict (row,
                             MAX (hall_findings_get_verdict (document->findings),
                                  document->current ? 0 : HALL_WRONG),
                             !document->current
                                 ? _ ("Belongs to an older form; the printed data have changed.")
                             : changed ? _ ("Another file than before.")
                                       : NULL);
  hall_ui_set_class (GTK_WIDGET (row), "hall-row-changed", changed);
}

static void
show_auth (HallDataRow *row, const HallOrder *order)
{
  HallSubstate state = order->sub[HALL_SUBSTATE_AUTH];
  g_autofree char *note = NULL;

  if (order->alternative_note != NULL && *order->alternative_note != '\0')
    note = g_strdup_printf (_ ("The handler wrote: %s"), order->alternative_note);
  hall_data_row_set_value (row, hall_substate_get_label (state, hall_app_lang ()), NULL);
  hall_data_row_set_verdict (row, state == HALL_AUTH_PASSED ? HALL_GOOD : HALL_DOUBTFUL, note);
}

void
hall_data_show_evidence (HallDataRow *row, gpointer user_data)
{
  const HallDataView *view = user_data;
  const char *id = hall_data_row_get_id (row);

  if (hall_evidence_find (view->evidence, HALL_EVIDENCE_DOCUMENT, id) != NULL)
    show_document (row, hall_order_find_document (view->order, id), view->look);
  else if (g_str_equal (id, HALL_PLACE_HANDLER_AUTH))
    show_auth (row, view->order);
}

void
hall_data_show_field (HallDataRow *row, gpointer user_data)
{
  const HallDataView *view = user_data;
  const char *id = hall_data_row_get_id (row);
  const HallField *field = hall_catalog_find_field (view->catalog, id);
  const HallFinding *finding = hall_field_words_find (view->order, id);
  const HallApplication *application = view->order->application;
  gboolean changed = view->look != NULL && hall_second_look_find_before (view->look, id) != NULL;
  g_autofree char *value =
      hall_field_words_format (application, field, hall_application_get (application, id));
  g_autofree char *sentence = hall_field_words_say (view->order, field, view->look);

  gtk_widget_set_visible (GTK_WIDGET (row), *value != '\0' || finding != NULL || changed);
  hall_data_row_set_value (row, *value != '\0' ? value : "—",
                           hall_application_get (application, id));
  hall_data_row_set_verdict (row, finding != NULL ? finding->severity : HALL_GOOD, sentence);
  hall_ui_set_class (GTK_WIDGET (row), "hall-row-changed", changed);
}
