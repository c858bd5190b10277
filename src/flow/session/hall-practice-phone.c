/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hall-practice-phone.h"

#include "hall-client-practice.h"
#include "hall-follow.h"
#include "hall-limits.h"

struct _HallPhoneMessage
{
  GObject parent_instance;

  HallMessage *message;
};

G_DEFINE_FINAL_TYPE (HallPhoneMessage, hall_phone_message, G_TYPE_OBJECT)

struct _HallPracticePhone
{
  GObject parent_instance;

  HallSession *session;
  GPtrArray *items; /* (element-type HallPhoneMessage) */
  char *etag;       /* (nullable): NULL before the first load */
  HallFollow *follow;
};

enum
{
  ARRIVED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void list_model_init (GListModelInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (HallPracticePhone,
                               hall_practice_phone,
                               G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, list_model_init))

static void
hall_phone_message_finalize (GObject *object)
{
  hall_message_free (HALL_PHONE_MESSAGE (object)->message);
  G_OBJECT_CLASS (hall_phone_message_parent_class)->finalize (object);
}

static void
hall_phone_message_class_init (HallPhoneMessageClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = hall_phone_message_finalize;
}

static void
hall_phone_message_init (HallPhoneMessage *self)
{
}

const HallMessage *
hall_phone_message_get (HallPhoneMessage *self)
{
  return self->message;
}

char *
hall_phone_message_find_code (HallPhoneMessage *self)
{
  const char *p = self->message->text;

  while (*p != '\0')
    {
      gsize digits = strspn (p, "0123456789");

      if (digits == HALL_SMS_CODE_DIGITS)
        return g_strndup (p, digits);
      p += digits > 0 ? digits : 1;
    }
  return NULL;
}

static gboolean
has_message (HallPracticePhone *self, gint64 id)
{
  for (guint i = 0; i < self->items->len; i++)
    if (((HallPhoneMessage *) g_ptr_array_index (self->items, i))->message->id == id)
      return TRUE;
  return FALSE;
}

/* The new ones come in front; messages never change and never go. */
static void
take_messages (HallPracticePhone *self, const HallMessages *messages)
{
  gboolean first = self->etag == NULL;
  g_autoptr (GPtrArray) added = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < messages->messages->len; i++)
    {
      const HallMessage *message = g_ptr_array_index (messages->messages, i);
      HallPhoneMessage *item;

      if (has_message (self, message->id))
        continue;
      item = g_object_new (HALL_TYPE_PHONE_MESSAGE, NULL);
      item->message = hall_message_copy (message);
      g_ptr_array_insert (self->items, (int) added->len, item);
      g_ptr_array_add (added, g_object_ref (item));
    }
  g_free (self->etag);
  self->etag = g_strdup (messages->etag);
  if (added->len > 0)
    g_list_model_items_changed (G_LIST_MODEL (self), 0, 0, added->len);
  for (guint i = added->len; i > 0 && !first; i--)
    g_signal_emit (self, signals[ARRIVED], 0, g_ptr_array_index (added, i - 1));
}

static void
follow_ask (gpointer owner,
            GCancellable *cancellable,
            GAsyncReadyCallback callback,
            gpointer user_data)
{
  HallPracticePhone *self = owner;

  hall_client_list_messages_async (hall_session_get_client (self->session), self->etag, cancellable,
                                   callback, user_data);
}

static gboolean
follow_take (gpointer owner, GAsyncResult *result, gboolean *news, GError **error)
{
  g_autoptr (HallPracticePhone) self = g_object_ref (owner); /* a handler may drop it */
  g_autoptr (HallMessages) messages = NULL;

  if (!hall_client_list_messages_finish (hall_session_get_client (self->session), result, &messages,
                                         error))
    return FALSE;
  *news = messages != NULL && g_strcmp0 (messages->etag, self->etag) != 0;
  if (messages != NULL)
    take_messages (self, messages);
  return TRUE;
}

static const HallFollowFuncs follow_funcs = { follow_ask, follow_take, NULL };

static void
on_hall_changed_cb (HallSession *session, HallPracticePhone *self)
{
  const HallInfo *info = hall_session_get_info (session);
  guint n = self->items->len;

  hall_follow_stop (self->follow);
  g_clear_pointer (&self->etag, g_free);
  g_ptr_array_set_size (self->items, 0);
  if (n > 0)
    g_list_model_items_changed (G_LIST_MODEL (self), 0, n, 0);
  if (info != NULL && info->practice)
    hall_follow_restart (self->follow);
}

static GType
get_item_type (GListModel *model)
{
  return HALL_TYPE_PHONE_MESSAGE;
}

static guint
get_n_items (GListModel *model)
{
  return HALL_PRACTICE_PHONE (model)->items->len;
}

static gpointer
get_item (GListModel *model, guint position)
{
  GPtrArray *items = HALL_PRACTICE_PHONE (model)->items;

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
hall_practice_phone_dispose (GObject *object)
{
  HallPracticePhone *self = HALL_PRACTICE_PHONE (object);

  g_clear_pointer (&self->follow, hall_follow_free);
  if (self->session != NULL)
    g_signal_handlers_disconnect_by_data (self->session, self);
  g_clear_object (&self->session);
  G_OBJECT_CLASS (hall_practice_phone_parent_class)->dispose (object);
}

static void
hall_practice_phone_finalize (GObject *object)
{
  HallPracticePhone *self = HALL_PRACTICE_PHONE (object);

  g_ptr_array_unref (self->items);
  g_free (self->etag);
  G_OBJECT_CLASS (hall_practice_phone_parent_class)->finalize (object);
}

static void
hall_practice_phone_class_init (HallPracticePhoneClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = hall_practice_phone_dispose;
  object_class->finalize = hall_practice_phone_finalize;
  signals[ARRIVED] = g_signal_new ("arrived", HALL_TYPE_PRACTICE_PHONE, G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 1, HALL_TYPE_PHONE_MESSAGE);
}

static void
hall_practice_phone_init (HallPracticePhone *self)
{
  self->items = g_ptr_array_new_with_free_func (g_object_unref);
}

HallPracticePhone *
hall_practice_phone_new (HallSession *session)
{
  HallPracticePhone *self = g_object_new (HALL_TYPE_PRACTICE_PHONE, NULL);

  self->session = g_object_ref (session);
  self->follow = hall_follow_new (session, &follow_funcs, self);
  g_signal_connect (session, "hall-changed", G_CALLBACK (on_hall_changed_cb), self);
  on_hall_changed_cb (session, self);
  return self;
}
