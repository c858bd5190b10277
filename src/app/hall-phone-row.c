/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * One message on the practice phone.
 */
#include "hall-phone-row.h"

#include <glib/gi18n.h>

#include "hall-ui.h"
#include "hall-when.h"

struct _HallPhoneRow
{
  GtkListBoxRow parent_instance;

  GtkImage *icon;
  GtkLabel *title;
  GtkLabel *when;
  GtkLabel *text;
  GtkBox *buttons;

  char *code; /* (nullable) */
};

G_DEFINE_FINAL_TYPE (HallPhoneRow, hall_phone_row, GTK_TYPE_LIST_BOX_ROW)

enum
{
  FILL_CODE,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static const char *const icons[HALL_N_MESSAGE_KINDS] = {
  [HALL_MESSAGE_SMS] = "mail-unread-symbolic",
  [HALL_MESSAGE_BANK_REMARK] = "emblem-documents-symbolic",
};

/* Returns: (transfer full) */
static char *
get_title (const HallMessage *message)
{
  if (message->kind == HALL_MESSAGE_SMS)
    /* Translators: a text message; %s is the telephone number it went to */
    return g_strdup_printf (_ ("Message to %s"), message->to);
  /* Translators: a bank transfer that arrived; %s is the account */
  return g_strdup_printf (_ ("Transfer to %s"), message->to);
}

static void
on_copy_clicked_cb (GtkButton *button, HallPhoneRow *self)
{
  gtk_clipboard_set_text (gtk_widget_get_clipboard (GTK_WIDGET (self), GDK_SELECTION_CLIPBOARD),
                          self->code, -1);
}

static void
on_fill_clicked_cb (GtkButton *button, HallPhoneRow *self)
{
  g_signal_emit (self, signals[FILL_CODE], 0, self->code);
}

static void
hall_phone_row_finalize (GObject *object)
{
  g_free (HALL_PHONE_ROW (object)->code);
  G_OBJECT_CLASS (hall_phone_row_parent_class)->finalize (object);
}

static void
hall_phone_row_class_init (HallPhoneRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = hall_phone_row_finalize;
  signals[FILL_CODE] = g_signal_new ("fill-code", HALL_TYPE_PHONE_ROW, G_SIGNAL_RUN_LAST, 0, NULL,
                                     NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/certhall/ui/hall-phone-row.ui");
  gtk_widget_class_bind_template_child (widget_class, HallPhoneRow, icon);
  gtk_widget_class_bind_template_child (widget_class, HallPhoneRow, title);
  gtk_widget_class_bind_template_child (widget_class, HallPhoneRow, when);
  gtk_widget_class_bind_template_child (widget_class, HallPhoneRow, text);
  gtk_widget_class_bind_template_child (widget_class, HallPhoneRow, buttons);
  gtk_widget_class_bind_template_callback (widget_class, on_copy_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_fill_clicked_cb);
}

static void
hall_phone_row_init (HallPhoneRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
hall_phone_row_new (HallPhoneMessage *message)
{
  HallPhoneRow *self = g_object_new (HALL_TYPE_PHONE_ROW, NULL);
  const HallMessage *content = hall_phone_message_get (message);
  g_autofree char *title = get_title (content);
  g_autofree char *when = hall_when_format_clock (content->at_s);

  gtk_image_set_from_icon_name (self->icon, icons[content->kind], GTK_ICON_SIZE_MENU);
  gtk_label_set_text (self->title, title);
  gtk_label_set_text (self->when, when);
  gtk_label_set_text (self->text, content->text);
  self->code = hall_phone_message_find_code (message);
  gtk_widget_set_visible (GTK_WIDGET (self->buttons), self->code != NULL);
  hall_ui_set_accessible_name (GTK_WIDGET (self), content->text);
  return GTK_WIDGET (self);
}
