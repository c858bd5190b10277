/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hall-judgement.h"

HallJudgement *
hall_judgement_new (const char *place)
{
  HallJudgement *self = g_new0 (HallJudgement, 1);

  self->place = g_strdup (place);
  self->returns = g_ptr_array_new_with_free_func ((GDestroyNotify) hall_return_free);
  return self;
}

void
hall_judgement_free (HallJudgement *self)
{
  g_free (self->place);
  g_ptr_array_unref (self->returns);
  g_free (self);
}

gboolean
hall_judgement_is_accepted (const HallJudgement *self)
{
  return self->returns->len == 0;
}

GPtrArray *
hall_judgements_new (void)
{
  return g_ptr_array_new_with_free_func ((GDestroyNotify) hall_judgement_free);
}

const HallJudgement *
hall_judgements_find (GPtrArray *self, const char *place)
{
  for (guint i = 0; i < self->len; i++)
    {
      const HallJudgement *judgement = g_ptr_array_index (self, i);

      if (g_strcmp0 (judgement->place, place) == 0)
        return judgement;
    }
  return NULL;
}

GPtrArray *
hall_judgements_list_returns (GPtrArray *self)
{
  GPtrArray *all = g_ptr_array_new_with_free_func ((GDestroyNotify) hall_return_free);

  for (guint i = 0; i < self->len; i++)
    {
      const HallJudgement *judgement = g_ptr_array_index (self, i);

      for (guint j = 0; j < judgement->returns->len; j++)
        g_ptr_array_add (all, hall_return_copy (g_ptr_array_index (judgement->returns, j)));
    }
  return all;
}

static void
add_fields (GPtrArray *places, const HallSection *section, const HallApplication *application)
{
  for (guint i = 0; i < section->fields->len; i++)
    {
      const HallField *field = g_ptr_array_index (section->fields, i);

      if (*hall_application_get (application, field->id) != '\0')
        g_ptr_array_add (places, field->id);
    }
}

GPtrArray *
hall_judgements_list_places (const HallCatalog *catalog,
                             const HallCertificateType *type,
                             const HallApplication *application,
                             HallContentFind find,
                             gpointer data)
{
  GPtrArray *places = g_ptr_array_new ();

  for (guint i = 0; i < catalog->requirements->len; i++)
    {
      const HallRequirement *requirement = g_ptr_array_index (catalog->requirements, i);

      if (!requirement->at_payment && hall_requirement_is_in_type (requirement, type)
          && find (requirement->slot, data) != NULL)
        g_ptr_array_add (places, requirement->slot);
    }
  g_ptr_array_add (places, (gpointer) HALL_PLACE_HANDLER_AUTH);
  for (guint i = 0; i < catalog->sections->len; i++)
    {
      const HallSection *section = g_ptr_array_index (catalog->sections, i);

      if (hall_section_is_in_type (section, type))
        add_fields (places, section, application);
    }
  return places;
}

guint
hall_judgements_count_open (GPtrArray *self, GPtrArray *places)
{
  guint n_open = 0;

  for (guint i = 0; i < places->len; i++)
    n_open += hall_judgements_find (self, g_ptr_array_index (places, i)) == NULL;
  return n_open;
}

HallEvent
hall_judgements_decide (GPtrArray *self, GPtrArray *places)
{
  for (guint i = 0; i < self->len; i++)
    if (!hall_judgement_is_accepted (g_ptr_array_index (self, i)))
      return HALL_EVENT_REVIEW_REJECTED;
  return hall_judgements_count_open (self, places) == 0 ? HALL_EVENT_REVIEW_PASSED : HALL_N_EVENTS;
}
