/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hall-order.h"

#include <string.h>

HallDocument *
hall_document_new (const char *slot)
{
  HallDocument *self = g_new0 (HallDocument, 1);

  self->slot = g_strdup (slot);
  self->findings = hall_findings_new ();
  return self;
}

void
hall_document_free (HallDocument *self)
{
  g_free (self->slot);
  g_free (self->file_name);
  g_free (self->media_type);
  g_free (self->sha256);
  g_ptr_array_unref (self->findings);
  g_free (self);
}

HallTimelineStep *
hall_timeline_step_new (void)
{
  return g_new0 (HallTimelineStep, 1);
}

void
hall_timeline_step_free (HallTimelineStep *self)
{
  g_free (self->who);
  g_free (self->note);
  g_free (self);
}

void
hall_payment_code_free (HallPaymentCode *self)
{
  g_free (self->id);
  g_free (self->qr);
  g_free (self);
}

void
hall_auth_link_free (HallAuthLink *self)
{
  g_free (self->url);
  g_free (self);
}

HallOrder *
hall_order_new (const char *number)
{
  static const HallSubstate begin[HALL_N_SUBSTATES] = { HALL_AUTH_NONE, HALL_PAYMENT_NONE,
                                                        HALL_FIN_AUTH_NOT_REQUIRED,
                                                        HALL_INVOICE_NONE };
  HallOrder *self = g_new0 (HallOrder, 1);

  self->number = g_strdup (number);
  memcpy (self->sub, begin, sizeof begin);
  self->channel = -1;
  self->held_event = HALL_N_EVENTS;
  self->findings = hall_findings_new ();
  self->documents = g_ptr_array_new_with_free_func ((GDestroyNotify) hall_document_free);
  self->returns = g_ptr_array_new_with_free_func ((GDestroyNotify) hall_return_free);
  self->timeline = g_ptr_array_new_with_free_func ((GDestroyNotify) hall_timeline_step_free);
  return self;
}

void
hall_order_free (HallOrder *self)
{
  g_free (self->number);
  g_free (self->project);
  g_free (self->catalog);
  g_free (self->certificate_type);
  g_free (self->organisation);
  g_free (self->cursor);
  g_free (self->wanted_by);
  g_free (self->claimed_by);
  g_clear_pointer (&self->application, hall_application_free);
  g_free (self->printed_hash);
  g_ptr_array_unref (self->findings);
  g_ptr_array_unref (self->documents);
  g_ptr_array_unref (self->returns);
  g_ptr_array_unref (self->timeline);
  g_clear_pointer (&self->payment, hall_payment_code_free);
  g_clear_pointer (&self->auth, hall_auth_link_free);
  g_free (self->bank_reason);
  g_free (self->courier);
  g_free (self->tracking_number);
  g_free (self->serial);
  g_free (self->valid_from);
  g_free (self->valid_to);
  g_strfreev (self->captures);
  g_free (self->alternative_note);
  g_free (self->reviewed_by);
  g_free (self->letter);
  g_free (self->held_by);
  g_free (self);
}

const char *
hall_order_get_catalog (const HallOrder *self)
{
  return self->catalog != NULL ? self->catalog : self->project;
}

gboolean
hall_order_can (const HallOrder *self, HallAction action)
{
  return (self->actions & HALL_ACTION_BIT (action)) != 0;
}

const char *
hall_order_get_label (const HallOrder *self, HallLang lang)
{
  return hall_order_label (self->state, self->sub[HALL_SUBSTATE_FIN_AUTH], lang);
}

const HallDocument *
hall_order_find_document (const HallOrder *self, const char *slot)
{
  for (guint i = 0; i < self->documents->len; i++)
    {
      const HallDocument *document = g_ptr_array_index (self->documents, i);

      if (g_strcmp0 (document->slot, slot) == 0)
        return document;
    }
  return NULL;
}

const HallReturn *
hall_order_find_return (const HallOrder *self, const char *place)
{
  for (guint i = 0; i < self->returns->len; i++)
    {
      const HallReturn *item = g_ptr_array_index (self->returns, i);

      if (g_strcmp0 (item->place, place) == 0)
        return item;
    }
  return NULL;
}

/* When the order was returned last; 0: never. */
static gint64
get_returned_s (const HallOrder *self)
{
  for (guint i = self->timeline->len; i > 0; i--)
    {
      const HallTimelineStep *step = g_ptr_array_index (self->timeline, i - 1);

      if (step->state == HALL_STATE_REJECTED
          && (step->event == HALL_EVENT_REVIEW_REJECTED
              || step->event == HALL_EVENT_FUNDS_REJECTED))
        return step->at_s;
    }
  return 0;
}

const HallPlace *
hall_order_find_mark (const HallOrder *self, const char *place)
{
  const HallDocument *document = hall_order_find_document (self, place);

  if (self->state != HALL_STATE_REJECTED || document == NULL
      || document->uploaded_s > get_returned_s (self))
    return NULL;
  for (guint i = 0; i < self->returns->len; i++)
    {
      const HallReturn *item = g_ptr_array_index (self->returns, i);

      if (item->mark.page > 0 && g_strcmp0 (item->place, place) == 0)
        return &item->mark;
    }
  return NULL;
}

char *
hall_order_format_number (const char *number)
{
  if (strlen (number) != 14 || strspn (number, "0123456789") != 14)
    return g_strdup (number);
  return g_strdup_printf ("%.8s %.3s %.3s", number, number + 8, number + 11);
}
