/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hall-desk-look.h"

#include "hall-app-lang.h"
#include "hall-reason.h"

struct _HallDeskLook
{
  GObject parent_instance;

  HallDataPane *data;     /* not owned */
  HallEvidencePane *pane; /* not owned */
  const HallOrder *order; /* (nullable): not owned */
  HallCatalog *catalog;   /* (nullable) */
  GPtrArray *list;        /* (nullable) (element-type HallEvidence) */
};

G_DEFINE_FINAL_TYPE (HallDeskLook, hall_desk_look, G_TYPE_OBJECT)

static void
hall_desk_look_dispose (GObject *object)
{
  HallDeskLook *self = HALL_DESK_LOOK (object);

  hall_desk_look_set_order (self, NULL, NULL);
  G_OBJECT_CLASS (hall_desk_look_parent_class)->dispose (object);
}

static void
hall_desk_look_class_init (HallDeskLookClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = hall_desk_look_dispose;
}

static void
hall_desk_look_init (HallDeskLook *self)
{
}

HallDeskLook *
hall_desk_look_new (HallDataPane *data, HallEvidencePane *pane)
{
  HallDeskLook *self = g_object_new (HALL_TYPE_DESK_LOOK, NULL);

  self->data = data;
  self->pane = pane;
  g_signal_connect_object (data, "row-chosen", G_CALLBACK (hall_desk_look_show_row), self,
                           G_CONNECT_SWAPPED);
  return self;
}

void
hall_desk_look_set_order (HallDeskLook *self, const HallOrder *order, HallCatalog *catalog)
{
  g_return_if_fail (HALL_IS_DESK_LOOK (self));

  g_clear_pointer (&self->list, g_ptr_array_unref);
  g_clear_pointer (&self->catalog, hall_catalog_unref);
  self->order = NULL;
  if (order == NULL || catalog == NULL)
    return;
  self->order = order;
  self->catalog = hall_catalog_ref (catalog);
  self->list = hall_evidence_list (order, catalog, hall_app_lang ());
}

GPtrArray *
hall_desk_look_get_list (HallDeskLook *self)
{
  g_return_val_if_fail (HALL_IS_DESK_LOOK (self), NULL);

  return self->list;
}

void
hall_desk_look_show (HallDeskLook *self)
{
  const HallEvidence *shown = hall_evidence_pane_get_shown (self->pane);
  const HallEvidence *now = NULL;

  g_return_if_fail (HALL_IS_DESK_LOOK (self));

  if (self->list == NULL)
    return;
  if (shown != NULL)
    now = hall_evidence_find (self->list, shown->kind, shown->id);
  if (now == NULL)
    now = hall_evidence_choose_first (self->list, self->order, self->catalog);
  if (now != NULL)
    hall_evidence_pane_show (self->pane, self->order, now);
  hall_data_pane_mark_shown (self->data, now);
}

/* @field: (nullable): what is looked for on it */
static void
show (HallDeskLook *self, const HallEvidence *evidence, const char *field)
{
  hall_evidence_pane_show (self->pane, self->order, evidence);
  hall_evidence_pane_point (self->pane, field);
  hall_data_pane_mark_shown (self->data, evidence);
}

gboolean
hall_desk_look_show_number (HallDeskLook *self, guint index)
{
  g_return_val_if_fail (HALL_IS_DESK_LOOK (self), FALSE);

  if (self->list == NULL || index >= self->list->len)
    return FALSE;
  show (self, g_ptr_array_index (self->list, index), NULL);
  return TRUE;
}

/* (nullable): a document, a picture, or the printed form of that name */
static const HallEvidence *
find_named (HallDeskLook *self, const char *id)
{
  for (guint i = 0; i < self->list->len; i++)
    if (g_str_equal (((const HallEvidence *) g_ptr_array_index (self->list, i))->id, id))
      return g_ptr_array_index (self->list, i);
  return g_str_equal (id, HALL_PLACE_HANDLER_AUTH) ? hall_evidence_find_capture (self->list) : NULL;
}

gboolean
hall_desk_look_show_row (HallDeskLook *self, const char *place)
{
  const HallEvidence *evidence;
  const HallField *field;

  g_return_val_if_fail (HALL_IS_DESK_LOOK (self), FALSE);

  if (self->list == NULL)
    return FALSE;
  evidence = find_named (self, place);
  field = hall_catalog_find_field (self->catalog, place);
  if (evidence == NULL && field != NULL)
    evidence = hall_evidence_find_proof (self->list, self->catalog, field);
  if (evidence == NULL)
    return FALSE;
  show (self, evidence, field != NULL ? field->id : NULL);
  return TRUE;
}

void
hall_desk_look_show_place (HallDeskLook *self, const char *where, const HallPlace *place)
{
  g_return_if_fail (HALL_IS_DESK_LOOK (self));

  hall_data_pane_go_to (self->data, where);
  if (place->page == 0)
    return;
  hall_evidence_pane_point (self->pane, NULL);
  hall_page_view_show_place (hall_evidence_pane_get_view (self->pane), place);
}
