/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hall-proposal.h"

#define PER_CENT 100

void
hall_proposal_free (HallProposal *self)
{
  g_free (self->now);
  g_free (self->read);
  g_free (self);
}

static const HallField *
get_field (HallDraft *draft, HallLicenceItemId item)
{
  int role = hall_licence_item_get_role (item);

  return role >= 0 ? hall_draft_get_catalog (draft)->roles[role] : NULL;
}

/* (nullable): NULL if there is nothing to choose from */
static HallProposal *
build (HallDraft *draft, const HallField *field, const char *read, double confidence)
{
  const HallKind *kind = hall_application_get_kind (hall_draft_get_application (draft), field);
  const char *now = hall_draft_get_value (draft, field->id);
  g_autofree char *tidy = kind->tidy (read);
  HallProposal *proposal;

  if (*tidy == '\0' || g_str_equal (tidy, now) || !hall_draft_is_editable (draft, field->id))
    return NULL;
  proposal = g_new0 (HallProposal, 1);
  proposal->field = field;
  proposal->now = g_strdup (now);
  proposal->read = g_steal_pointer (&tidy);
  proposal->per_cent = (guint) (CLAMP (confidence, 0, 1) * PER_CENT + 0.5);
  proposal->wanted = *now == '\0';
  return proposal;
}

GPtrArray *
hall_proposals_new (HallDraft *draft, const HallLicence *licence)
{
  g_autoptr (GHashTable) values = hall_licence_propose (licence, hall_draft_get_catalog (draft));
  GPtrArray *proposals = g_ptr_array_new_with_free_func ((GDestroyNotify) hall_proposal_free);

  for (guint item = 0; item < HALL_N_LICENCE_ITEMS; item++)
    {
      const HallField *field = get_field (draft, item);
      const char *read = field != NULL ? g_hash_table_lookup (values, field->id) : NULL;
      HallProposal *proposal =
          read != NULL ? build (draft, field, read, licence->items[item].confidence) : NULL;

      if (proposal != NULL)
        g_ptr_array_add (proposals, proposal);
    }
  return proposals;
}
