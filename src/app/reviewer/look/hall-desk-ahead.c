/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hall-desk-ahead.h"

#include "hall-app-lang.h"
#include "hall-client-order.h"

struct _HallDeskAhead
{
  GObject parent_instance;

  HallSession *session;
  char *number; /* (nullable) */
  double scale;
  HallOrder *order;          /* (nullable): until it is taken */
  HallEvidence *evidence;    /* (nullable): what is shown first */
  GBytes *bytes;             /* (nullable): of @evidence */
  HallPageSource *source;    /* (nullable): of @bytes */
  gboolean opened;           /* @source can be shown */
  GCancellable *cancellable; /* (nullable): while there is a number */
};

G_DEFINE_FINAL_TYPE (HallDeskAhead, hall_desk_ahead, G_TYPE_OBJECT)

static void
forget (HallDeskAhead *self)
{
  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_pointer (&self->number, g_free);
  g_clear_pointer (&self->order, hall_order_free);
  g_clear_pointer (&self->evidence, hall_evidence_free);
  g_clear_pointer (&self->bytes, g_bytes_unref);
  g_clear_object (&self->source);
  self->opened = FALSE;
}

/* What fails here is asked for again when it is wanted, and said then. */
static void
on_drawn_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (HallDeskAhead) self = user_data;
  cairo_surface_t *surface =
      hall_page_source_render_finish (HALL_PAGE_SOURCE (source), result, NULL);

  if (surface != NULL)
    hall_page_source_set_first (HALL_PAGE_SOURCE (source), surface, self->scale);
}

static void
on_opened_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (HallDeskAhead) self = user_data;
  HallPageWish wish = { 0, 0, self->scale };

  if (!hall_page_source_load_finish (HALL_PAGE_SOURCE (source), result, NULL)
      || HALL_PAGE_SOURCE (source) != self->source)
    return;
  self->opened = TRUE;
  hall_page_source_render_async (self->source, &wish, self->cancellable, on_drawn_cb,
                                 g_object_ref (self));
}

static void
on_bytes_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (HallDeskAhead) self = user_data;
  GBytes *bytes = hall_evidence_load_finish (HALL_SESSION (source), result, NULL);

  if (bytes == NULL)
    return;
  self->bytes = bytes;
  self->source = hall_page_source_new (bytes);
  hall_page_source_load_async (self->source, self->cancellable, on_opened_cb, g_object_ref (self));
}

static gboolean
is_of_a_person (const HallEvidence *evidence, HallCatalog *catalog)
{
  const HallRequirement *requirement = hall_catalog_find_requirement (catalog, evidence->id);

  return evidence->kind == HALL_EVIDENCE_CAPTURE
         || (requirement != NULL && requirement->kind == HALL_DOCUMENT_SUBJECT_ID);
}

static void
on_catalog_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (HallDeskAhead) self = user_data;
  g_autoptr (HallCatalog) catalog =
      hall_session_load_catalog_finish (HALL_SESSION (source), result, NULL);
  g_autoptr (GPtrArray) list = NULL;
  const HallEvidence *first;

  if (catalog == NULL || self->order == NULL)
    return;
  list = hall_evidence_list (self->order, catalog, hall_app_lang ());
  first = hall_evidence_choose_first (list, self->order, catalog);
  if (first == NULL || !first->present || is_of_a_person (first, catalog))
    return;
  self->evidence = hall_evidence_copy (first);
  hall_evidence_load_async (first, self->session, self->number, self->cancellable, on_bytes_cb,
                            g_object_ref (self));
}

static void
on_order_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (HallDeskAhead) self = user_data;
  HallOrder *order = hall_client_get_order_finish (HALL_CLIENT (source), result, NULL);

  if (order == NULL)
    return;
  self->order = order;
  hall_session_load_catalog_async (self->session, hall_order_get_catalog (order), self->cancellable,
                                   on_catalog_cb, g_object_ref (self));
}

static void
hall_desk_ahead_dispose (GObject *object)
{
  HallDeskAhead *self = HALL_DESK_AHEAD (object);

  forget (self);
  g_clear_object (&self->session);
  G_OBJECT_CLASS (hall_desk_ahead_parent_class)->dispose (object);
}

static void
hall_desk_ahead_class_init (HallDeskAheadClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = hall_desk_ahead_dispose;
}

static void
hall_desk_ahead_init (HallDeskAhead *self)
{
}

HallDeskAhead *
hall_desk_ahead_new (HallSession *session)
{
  HallDeskAhead *self = g_object_new (HALL_TYPE_DESK_AHEAD, NULL);

  self->session = g_object_ref (session);
  return self;
}

void
hall_desk_ahead_prepare (HallDeskAhead *self, const char *number, double scale)
{
  g_return_if_fail (HALL_IS_DESK_AHEAD (self));

  if (number != NULL && g_strcmp0 (number, self->number) == 0)
    return;
  forget (self);
  if (number == NULL)
    return;
  self->number = g_strdup (number);
  self->scale = scale;
  self->cancellable = g_cancellable_new ();
  hall_client_get_order_async (hall_session_get_client (self->session), number, self->cancellable,
                               on_order_cb, g_object_ref (self));
}

HallOrder *
hall_desk_ahead_take_order (HallDeskAhead *self, const char *number)
{
  g_return_val_if_fail (HALL_IS_DESK_AHEAD (self), NULL);

  return g_strcmp0 (number, self->number) == 0 ? g_steal_pointer (&self->order) : NULL;
}

HallPageSource *
hall_desk_ahead_get_source (HallDeskAhead *self,
                            const char *number,
                            const HallEvidence *evidence,
                            GBytes **bytes)
{
  g_return_val_if_fail (HALL_IS_DESK_AHEAD (self), NULL);

  if (!self->opened || g_strcmp0 (number, self->number) != 0
      || !hall_evidence_equal (evidence, self->evidence))
    return NULL;
  *bytes = self->bytes;
  return self->source;
}

gboolean
hall_desk_ahead_is_ready (HallDeskAhead *self)
{
  double scale;

  g_return_val_if_fail (HALL_IS_DESK_AHEAD (self), FALSE);

  return self->order != NULL && self->opened
         && hall_page_source_get_first (self->source, &scale) != NULL;
}
