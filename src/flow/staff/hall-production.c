/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hall-production.h"

#include <string.h>

typedef struct
{
  HallClient *client;
  GPtrArray *items;
  gboolean shipping;
} Loading;

static void
loading_free (gpointer data)
{
  Loading *self = data;

  g_object_unref (self->client);
  g_clear_pointer (&self->items, g_ptr_array_unref);
  g_free (self);
}

static void load_page (GTask *task, const char *cursor);

static void
on_page_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  Loading *self = g_task_get_task_data (task);
  g_autoptr (GError) error = NULL;
  g_autoptr (HallBatchPage) page =
      hall_client_list_production_finish (HALL_CLIENT (source), result, &error);

  if (page == NULL)
    {
      g_task_return_error (task, g_steal_pointer (&error));
      return;
    }
  g_ptr_array_extend_and_steal (self->items, g_ptr_array_ref (page->items));
  if (page->next != NULL && self->items->len < HALL_PRODUCTION_MAX)
    {
      load_page (g_steal_pointer (&task), page->next);
      return;
    }
  if (self->shipping)
    {
      g_task_return_pointer (task, g_steal_pointer (&self->items),
                             (GDestroyNotify) g_ptr_array_unref);
      return;
    }
  self->shipping = TRUE;
  load_page (g_steal_pointer (&task), NULL);
}

/* Takes over @task. */
static void
load_page (GTask *task, const char *cursor)
{
  Loading *self = g_task_get_task_data (task);

  hall_client_list_production_async (self->client, self->shipping, cursor,
                                     g_task_get_cancellable (task), on_page_cb, task);
}

void
hall_production_load_async (HallSession *session,
                            GCancellable *cancellable,
                            GAsyncReadyCallback callback,
                            gpointer user_data)
{
  GTask *task = g_task_new (session, cancellable, callback, user_data);
  Loading *self = g_new0 (Loading, 1);

  g_task_set_source_tag (task, hall_production_load_async);
  self->client = g_object_ref (hall_session_get_client (session));
  self->items = g_ptr_array_new_with_free_func ((GDestroyNotify) hall_batch_item_free);
  g_task_set_task_data (task, self, loading_free);
  load_page (task, NULL);
}

GPtrArray *
hall_production_load_finish (HallSession *session, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, session), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

const HallBatchItem *
hall_production_find (GPtrArray *items, const char *order)
{
  for (guint i = 0; i < items->len; i++)
    {
      const HallBatchItem *item = g_ptr_array_index (items, i);

      if (g_strcmp0 (item->order, order) == 0)
        return item;
    }
  return NULL;
}

/* What is copied, in this order. */
static const struct
{
  HallStaticLabel label;
  gsize offset;
} columns[] = {
  { HALL_TEXTS ("Order", "业务单号"), G_STRUCT_OFFSET (HallBatchItem, order) },
  { HALL_TEXTS ("Certificate", "证书类型"), G_STRUCT_OFFSET (HallBatchItem, type_label) },
  { HALL_TEXTS ("Organisation", "机构名称"), G_STRUCT_OFFSET (HallBatchItem, organisation) },
  { HALL_TEXTS ("Credit code", "统一社会信用代码"),
    G_STRUCT_OFFSET (HallBatchItem, organisation_code) },
  { HALL_TEXTS ("Subject person", "申请人姓名"), G_STRUCT_OFFSET (HallBatchItem, subject) },
  { HALL_TEXTS ("Identity number", "身份证号码"), G_STRUCT_OFFSET (HallBatchItem, subject_id) },
  { HALL_TEXTS ("Serial number", "证书序列号"), G_STRUCT_OFFSET (HallBatchItem, serial) },
  { HALL_TEXTS ("Valid from", "有效期起"), G_STRUCT_OFFSET (HallBatchItem, valid_from) },
  { HALL_TEXTS ("Valid to", "有效期止"), G_STRUCT_OFFSET (HallBatchItem, valid_to) },
  { HALL_TEXTS ("Recipient", "收件人"), G_STRUCT_OFFSET (HallBatchItem, recipient) },
  { HALL_TEXTS ("Telephone", "电话"), G_STRUCT_OFFSET (HallBatchItem, phone) },
  { HALL_TEXTS ("Address", "地址"), G_STRUCT_OFFSET (HallBatchItem, address) },
  { HALL_TEXTS ("Postcode", "邮编"), G_STRUCT_OFFSET (HallBatchItem, postcode) },
  { HALL_TEXTS ("Courier", "快递公司"), G_STRUCT_OFFSET (HallBatchItem, courier) },
  { HALL_TEXTS ("Tracking number", "快递单号"), G_STRUCT_OFFSET (HallBatchItem, tracking_number) },
};

/* A cell never begins or ends another one, and is never read as a formula. */
static void
add_cell (GString *out, const char *text)
{
  g_autofree char *copy = g_strdelimit (g_strdup (text != NULL ? text : ""), "\t\r\n", ' ');

  if (*copy != '\0' && strchr ("=+-@", *copy) != NULL)
    g_string_append_c (out, '\'');
  g_string_append (out, copy);
}

char *
hall_production_write (GPtrArray *items, HallLang lang)
{
  GString *out = g_string_new (NULL);

  for (gsize k = 0; k < G_N_ELEMENTS (columns); k++)
    g_string_append_printf (out, "%s%s", k > 0 ? "\t" : "", columns[k].label.text[lang]);
  g_string_append_c (out, '\n');
  for (guint i = 0; i < items->len; i++)
    {
      for (gsize k = 0; k < G_N_ELEMENTS (columns); k++)
        {
          if (k > 0)
            g_string_append_c (out, '\t');
          add_cell (out, G_STRUCT_MEMBER (char *, g_ptr_array_index (items, i), columns[k].offset));
        }
      g_string_append_c (out, '\n');
    }
  return g_string_free (out, FALSE);
}
