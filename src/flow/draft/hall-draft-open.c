/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Getting a draft: a new order, or one there is, with its catalogue.
 */
#include "hall-draft-private.h"

/* What is gathered on the way. */
typedef struct
{
  char *certificate_type; /* (nullable): of an order to be begun */
  char **consents;        /* (nullable) */
  HallCatalog *catalog;   /* (nullable) */
  HallOrderWatch *watch;  /* (nullable) */
} Opening;

static void
opening_free (gpointer data)
{
  Opening *opening = data;

  g_free (opening->certificate_type);
  g_strfreev (opening->consents);
  g_clear_pointer (&opening->catalog, hall_catalog_unref);
  g_clear_object (&opening->watch);
  g_free (opening);
}

static GTask *
new_task (HallSession *session,
          gpointer tag,
          GCancellable *cancellable,
          GAsyncReadyCallback callback,
          gpointer user_data)
{
  GTask *task = g_task_new (session, cancellable, callback, user_data);

  g_task_set_source_tag (task, tag);
  g_task_set_task_data (task, g_new0 (Opening, 1), opening_free);
  return task;
}

static void
return_draft (GTask *task)
{
  Opening *opening = g_task_get_task_data (task);

  if (!g_task_return_error_if_cancelled (task))
    g_task_return_pointer (task, hall_draft_new (opening->watch, opening->catalog), g_object_unref);
}

static void
on_created_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  g_autoptr (GError) error = NULL;
  Opening *opening = g_task_get_task_data (task);
  HallOrder *order = hall_client_create_order_finish (HALL_CLIENT (source), result, &error);

  if (order == NULL)
    {
      g_task_return_error (task, g_steal_pointer (&error));
      return;
    }
  opening->watch = hall_order_watch_new (g_task_get_source_object (task), order->number);
  hall_order_watch_adopt (opening->watch, order);
  return_draft (task);
}

static void
create_order (GTask *task)
{
  HallSession *session = g_task_get_source_object (task);
  Opening *opening = g_task_get_task_data (task);
  g_autoptr (GPtrArray) accepted = g_ptr_array_new ();
  HallNewOrder order;

  for (guint i = 0; i < opening->catalog->consents->len; i++)
    {
      HallConsent *consent = g_ptr_array_index (opening->catalog->consents, i);

      if (g_strv_contains ((const char *const *) opening->consents, consent->id))
        g_ptr_array_add (accepted, consent);
    }
  order = (HallNewOrder){ opening->catalog->id, opening->certificate_type, accepted, NULL };
  hall_client_create_order_async (hall_session_get_client (session), &order,
                                  g_task_get_cancellable (task), on_created_cb,
                                  g_object_ref (task));
}

static void
on_catalog_loaded_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  g_autoptr (GError) error = NULL;
  Opening *opening = g_task_get_task_data (task);

  opening->catalog = hall_session_load_catalog_finish (HALL_SESSION (source), result, &error);
  if (opening->catalog == NULL)
    g_task_return_error (task, g_steal_pointer (&error));
  else if (opening->watch != NULL)
    return_draft (task);
  else
    create_order (task);
}

static void
on_order_loaded_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  g_autoptr (GError) error = NULL;
  HallOrderWatch *watch = HALL_ORDER_WATCH (source);

  if (!hall_order_watch_load_finish (watch, result, &error))
    g_task_return_error (task, g_steal_pointer (&error));
  else
    hall_session_load_catalog_async (g_task_get_source_object (task),
                                     hall_order_get_catalog (hall_order_watch_get_order (watch)),
                                     g_task_get_cancellable (task), on_catalog_loaded_cb,
                                     g_object_ref (task));
}

void
hall_draft_create_async (HallSession *session,
                         const char *project,
                         const char *certificate_type,
                         const char *const *consents,
                         GCancellable *cancellable,
                         GAsyncReadyCallback callback,
                         gpointer user_data)
{
  GTask *task = new_task (session, hall_draft_create_async, cancellable, callback, user_data);
  Opening *opening = g_task_get_task_data (task);

  opening->certificate_type = g_strdup (certificate_type);
  opening->consents = consents != NULL ? g_strdupv ((char **) consents) : g_new0 (char *, 1);
  hall_session_load_catalog_async (session, project, cancellable, on_catalog_loaded_cb, task);
}

HallDraft *
hall_draft_create_finish (HallSession *session, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, session), NULL);
  return g_task_propagate_pointer (G_TASK (result), error);
}

void
hall_draft_open_async (HallSession *session,
                       const char *number,
                       GCancellable *cancellable,
                       GAsyncReadyCallback callback,
                       gpointer user_data)
{
  GTask *task = new_task (session, hall_draft_open_async, cancellable, callback, user_data);
  Opening *opening = g_task_get_task_data (task);

  opening->watch = hall_order_watch_new (session, number);
  hall_order_watch_load_async (opening->watch, cancellable, on_order_loaded_cb, task);
}

HallDraft *
hall_draft_open_finish (HallSession *session, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, session), NULL);
  return g_task_propagate_pointer (G_TASK (result), error);
}
