/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hall-region-guide.h"

#include "hall-region-memory.h"
#include "hall-sheet-finder.h"

struct _HallRegionGuide
{
  GObject parent_instance;

  HallSession *session;
  HallPageView *view; /* not owned */
  HallSheetFinder *finder;
  HallRegionMemory *memory; /* (nullable): of @staff */
  char *staff;              /* (nullable) */
  HallEvidence *evidence;   /* (nullable): in view */
  char *kind;               /* (nullable): of @evidence, as it is remembered */
  gboolean is_form;         /* @evidence is the scan of one */
  char *field;              /* (nullable): looked for */
};

G_DEFINE_FINAL_TYPE (HallRegionGuide, hall_region_guide, G_TYPE_OBJECT)

/* (nullable): of who has signed in now */
static HallRegionMemory *
get_memory (HallRegionGuide *self)
{
  const HallIdentity *identity = hall_session_get_identity (self->session);
  const char *staff = identity != NULL ? identity->name : NULL;

  if (g_strcmp0 (staff, self->staff) == 0)
    return self->memory;
  g_clear_pointer (&self->memory, hall_region_memory_free);
  g_free (self->staff);
  self->staff = g_strdup (staff);
  if (staff != NULL)
    self->memory = hall_region_memory_new (hall_session_get_hall_key (self->session), staff);
  return self->memory;
}

static HallPageOverlay *
get_overlay (HallRegionGuide *self)
{
  return hall_page_canvas_get_overlay (hall_page_view_get_canvas (self->view));
}

/* FALSE: nowhere in particular, as far as is known. */
static gboolean
find (HallRegionGuide *self, HallPlace *place)
{
  HallRegionMemory *memory = get_memory (self);

  if (self->field == NULL || self->kind == NULL)
    return FALSE;
  return (memory != NULL && hall_region_memory_find (memory, self->kind, self->field, place))
         || (self->is_form && hall_sheet_finder_find (self->finder, self->field, place));
}

static void
show (HallRegionGuide *self)
{
  HallPlace place;

  hall_page_view_read (self->view, find (self, &place) ? &place : NULL);
}

static void
lay (HallRegionGuide *self)
{
  hall_page_overlay_set_spots (get_overlay (self),
                               self->is_form ? hall_sheet_finder_get_spots (self->finder,
                                                                            self->evidence->version)
                                             : NULL);
}

static void
on_found_cb (HallRegionGuide *self)
{
  if (!self->is_form)
    return;
  lay (self);
  if (self->field != NULL)
    show (self);
}

static void
hall_region_guide_dispose (GObject *object)
{
  HallRegionGuide *self = HALL_REGION_GUIDE (object);

  g_clear_object (&self->finder);
  g_clear_object (&self->session);
  g_clear_pointer (&self->memory, hall_region_memory_free);
  g_clear_pointer (&self->staff, g_free);
  g_clear_pointer (&self->evidence, hall_evidence_free);
  g_clear_pointer (&self->kind, g_free);
  g_clear_pointer (&self->field, g_free);
  G_OBJECT_CLASS (hall_region_guide_parent_class)->dispose (object);
}

static void
hall_region_guide_class_init (HallRegionGuideClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = hall_region_guide_dispose;
}

static void
hall_region_guide_init (HallRegionGuide *self)
{
}

HallRegionGuide *
hall_region_guide_new (HallSession *session, HallPageView *view)
{
  HallRegionGuide *self = g_object_new (HALL_TYPE_REGION_GUIDE, NULL);

  self->session = g_object_ref (session);
  self->view = view;
  self->finder = hall_sheet_finder_new ();
  g_signal_connect_object (self->finder, "found", G_CALLBACK (on_found_cb), self,
                           G_CONNECT_SWAPPED);
  return self;
}

/* All documents of a kind look alike, whatever their slots are called. */
static void
name_kind (HallRegionGuide *self, const HallCatalog *catalog)
{
  const HallRequirement *requirement =
      self->evidence->kind == HALL_EVIDENCE_DOCUMENT
          ? hall_catalog_find_requirement (catalog, self->evidence->id)
          : NULL;

  g_free (self->kind);
  self->kind = g_strdup (requirement != NULL ? hall_document_kind_get_name (requirement->kind)
                                             : self->evidence->id);
  self->is_form = requirement != NULL && requirement->kind == HALL_DOCUMENT_APPLICATION_FORM
                  && self->evidence->present;
}

void
hall_region_guide_set_document (HallRegionGuide *self,
                                const HallEvidence *evidence,
                                const HallOrder *order,
                                const HallCatalog *catalog)
{
  g_return_if_fail (HALL_IS_REGION_GUIDE (self));

  g_clear_pointer (&self->evidence, hall_evidence_free);
  self->evidence = hall_evidence_copy (evidence);
  name_kind (self, catalog);
  if (self->is_form)
    hall_sheet_finder_start (self->finder, evidence->version, catalog, order);
  lay (self);
}

void
hall_region_guide_take_bytes (HallRegionGuide *self, GBytes *bytes)
{
  g_return_if_fail (HALL_IS_REGION_GUIDE (self));

  if (self->is_form)
    hall_sheet_finder_take_scan (self->finder, self->evidence->version, bytes);
}

void
hall_region_guide_clear (HallRegionGuide *self)
{
  g_return_if_fail (HALL_IS_REGION_GUIDE (self));

  hall_sheet_finder_forget (self->finder);
  g_clear_pointer (&self->evidence, hall_evidence_free);
  g_clear_pointer (&self->kind, g_free);
  self->is_form = FALSE;
  hall_region_guide_point (self, NULL);
  lay (self);
}

void
hall_region_guide_point (HallRegionGuide *self, const char *field)
{
  g_return_if_fail (HALL_IS_REGION_GUIDE (self));

  if (field != self->field)
    {
      g_free (self->field);
      self->field = g_strdup (field);
    }
  show (self);
}

const char *
hall_region_guide_get_field (HallRegionGuide *self)
{
  g_return_val_if_fail (HALL_IS_REGION_GUIDE (self), NULL);

  return self->field;
}

void
hall_region_guide_keep (HallRegionGuide *self, const HallPlace *place)
{
  HallRegionMemory *memory;

  g_return_if_fail (HALL_IS_REGION_GUIDE (self));

  memory = get_memory (self);
  if (memory == NULL || self->field == NULL || self->kind == NULL)
    return;
  hall_region_memory_keep (memory, self->kind, self->field, place);
  show (self);
}
