/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hall-uploads.h"

#include "hall-upload-private.h"

struct _HallUploads
{
  GObject parent_instance;

  HallOrderWatch *watch;
  HallCatalog *catalog;
  HallInspector *inspector;
  GPtrArray *items; /* (element-type HallUpload) */
  char *type;       /* (nullable): certificate type that @items are for */
};

static void list_model_init (GListModelInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (HallUploads,
                               hall_uploads,
                               G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, list_model_init))

/* An upload that is in the list of another certificate type too stays. */
static HallUpload *
get_upload (HallUploads *self, GPtrArray *old, const HallRequirement *requirement)
{
  for (guint i = 0; i < old->len; i++)
    if (hall_upload_get_requirement (g_ptr_array_index (old, i)) == requirement)
      return g_object_ref (g_ptr_array_index (old, i));
  return hall_upload_new (self->watch, self->catalog, requirement, self->inspector);
}

static void
on_order_changed_cb (HallOrderWatch *watch, HallUploads *self)
{
  const HallOrder *order = hall_order_watch_get_order (watch);
  const HallCertificateType *type = hall_catalog_find_type (self->catalog, order->certificate_type);
  g_autoptr (GPtrArray) old = NULL;

  if (self->type != NULL && g_strcmp0 (self->type, order->certificate_type) == 0)
    return;
  g_free (self->type);
  self->type = g_strdup (order->certificate_type);
  old = g_steal_pointer (&self->items);
  self->items = g_ptr_array_new_with_free_func (g_object_unref);
  for (guint i = 0; type != NULL && i < self->catalog->requirements->len; i++)
    {
      const HallRequirement *requirement = g_ptr_array_index (self->catalog->requirements, i);

      if (hall_requirement_is_in_type (requirement, type))
        g_ptr_array_add (self->items, get_upload (self, old, requirement));
    }
  g_list_model_items_changed (G_LIST_MODEL (self), 0, old->len, self->items->len);
}

static GType
get_item_type (GListModel *model)
{
  return HALL_TYPE_UPLOAD;
}

static guint
get_n_items (GListModel *model)
{
  return HALL_UPLOADS (model)->items->len;
}

static gpointer
get_item (GListModel *model, guint position)
{
  GPtrArray *items = HALL_UPLOADS (model)->items;

  return position < items->len ? g_object_ref (g_ptr_array_index (items, position)) : NULL;
}

static void
list_model_init (GListModelInterface *iface)
{
  iface->get_item_type = get_item_type;
  iface->get_n_items = get_n_items;
  iface->get_item = get_item;
}

static void
hall_uploads_dispose (GObject *object)
{
  HallUploads *self = HALL_UPLOADS (object);

  for (guint i = 0; i < self->items->len; i++)
    hall_upload_cancel (g_ptr_array_index (self->items, i));
  g_ptr_array_set_size (self->items, 0);
  g_clear_object (&self->watch);
  G_OBJECT_CLASS (hall_uploads_parent_class)->dispose (object);
}

static void
hall_uploads_finalize (GObject *object)
{
  HallUploads *self = HALL_UPLOADS (object);

  g_ptr_array_unref (self->items);
  g_free (self->type);
  hall_inspector_unref (self->inspector);
  hall_catalog_unref (self->catalog);
  G_OBJECT_CLASS (hall_uploads_parent_class)->finalize (object);
}

static void
hall_uploads_class_init (HallUploadsClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = hall_uploads_dispose;
  object_class->finalize = hall_uploads_finalize;
}

static void
hall_uploads_init (HallUploads *self)
{
  self->items = g_ptr_array_new_with_free_func (g_object_unref);
  self->inspector = hall_inspector_new (NULL, NULL, NULL);
}

HallUploads *
hall_uploads_new (HallOrderWatch *watch, HallCatalog *catalog)
{
  HallUploads *self = g_object_new (HALL_TYPE_UPLOADS, NULL);

  self->watch = g_object_ref (watch);
  self->catalog = hall_catalog_ref (catalog);
  g_signal_connect_object (watch, "changed", G_CALLBACK (on_order_changed_cb), self, 0);
  on_order_changed_cb (watch, self);
  return self;
}

void
hall_uploads_set_inspect (HallUploads *self,
                          HallInspectFunc inspect,
                          gpointer data,
                          GDestroyNotify free_data)
{
  hall_inspector_unref (self->inspector);
  self->inspector = hall_inspector_new (inspect, data, free_data);
  for (guint i = 0; i < self->items->len; i++)
    hall_upload_set_inspector (g_ptr_array_index (self->items, i), self->inspector);
}

HallUpload *
hall_uploads_find (HallUploads *self, const char *slot)
{
  for (guint i = 0; i < self->items->len; i++)
    {
      HallUpload *upload = g_ptr_array_index (self->items, i);

      if (g_strcmp0 (hall_upload_get_requirement (upload)->slot, slot) == 0)
        return upload;
    }
  return NULL;
}

HallUpload *
hall_uploads_find_kind (HallUploads *self, HallDocumentKind kind)
{
  for (guint i = 0; i < self->items->len; i++)
    {
      HallUpload *upload = g_ptr_array_index (self->items, i);

      if (hall_upload_get_requirement (upload)->kind == kind)
        return upload;
    }
  return NULL;
}

gboolean
hall_uploads_want_files (HallUploads *self, gboolean at_payment)
{
  for (guint i = 0; i < self->items->len; i++)
    {
      HallUpload *upload = g_ptr_array_index (self->items, i);

      if (hall_upload_get_requirement (upload)->at_payment == at_payment
          && hall_upload_wants_file (upload))
        return TRUE;
    }
  return FALSE;
}
