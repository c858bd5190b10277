/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The head of an open order.
 */
#include "hall-desk-header.h"

#include <glib/gi18n.h>

#include "hall-app-lang.h"
#include "hall-desk-action.h"
#include "hall-due.h"
#include "hall-badge.h"
#include "hall-desk-facts.h"
#include "hall-status-pill.h"
#include "hall-ui.h"

#define MAX_BUTTONS 3

struct _HallDeskHeader
{
  GtkBox parent_instance;

  GtkLabel *organisation;
  GtkBox *pill_box;
  GtkLabel *number;
  GtkLabel *due;
  GtkBox *buttons;
  GtkMenuButton *more_button;

  HallStatusPill *pill; /* in @pill_box */
  GMenu *more;
  HallActions actions; /* that have a button now */
};

G_DEFINE_FINAL_TYPE (HallDeskHeader, hall_desk_header, GTK_TYPE_BOX)

enum
{
  ACTION,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
on_clicked_cb (GtkButton *button, HallDeskHeader *self)
{
  g_signal_emit (self, signals[ACTION], 0,
                 GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (button), "hall-action")));
}

static void
on_do_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  HallAction wanted = hall_action_from_name (g_variant_get_string (parameter, NULL));

  if (wanted < HALL_N_ACTIONS)
    g_signal_emit (user_data, signals[ACTION], 0, wanted);
}

static const GActionEntry entries[] = {
  { .name = "do", .activate = on_do_cb, .parameter_type = "s" },
};

static void
add_button (HallDeskHeader *self, HallAction action, gboolean primary)
{
  const HallDeskAction *what = hall_desk_action_get (action);
  GtkWidget *button = gtk_button_new_with_label (hall_action_get_label (action, hall_app_lang ()));

  g_object_set_data (G_OBJECT (button), "hall-action", GUINT_TO_POINTER (action));
  hall_ui_set_class (button, "hall-button", TRUE);
  hall_ui_set_class (button, "suggested-action", primary);
  hall_ui_set_class (button, "hall-destructive", what->destructive);
  g_signal_connect (button, "clicked", G_CALLBACK (on_clicked_cb), self);
  gtk_widget_show (button);
  gtk_container_add (GTK_CONTAINER (self->buttons), button);
}

static void
add_quiet (HallDeskHeader *self, HallAction action)
{
  g_autofree char *detailed = g_strdup_printf ("desk.do::%s", hall_action_get_name (action));

  g_menu_append (self->more, hall_action_get_label (action, hall_app_lang ()), detailed);
}

/* What is rarely wanted, and of those that stop an order what there is no room for. */
static HallActions
choose_for_menu (HallActions actions)
{
  HallActions menu = 0;
  guint n_buttons = 0;

  for (HallAction action = 0; action < HALL_N_ACTIONS; action++)
    if ((actions & HALL_ACTION_BIT (action)) != 0)
      {
        if (hall_desk_action_get (action)->quiet)
          menu |= HALL_ACTION_BIT (action);
        else
          n_buttons++;
      }
  for (HallAction action = HALL_N_ACTIONS; action-- > 0 && n_buttons > MAX_BUTTONS;)
    if ((actions & ~menu & HALL_ACTION_BIT (action)) != 0
        && hall_desk_action_get (action)->destructive)
      {
        menu |= HALL_ACTION_BIT (action);
        n_buttons--;
      }
  return menu;
}

/* @primary: those that move an order on, of which one button is the primary one; or the others */
static void
add_buttons (HallDeskHeader *self, HallActions actions, gboolean primary)
{
  gboolean marked = !primary;

  for (HallAction action = 0; action < HALL_N_ACTIONS; action++)
    if ((actions & HALL_ACTION_BIT (action)) != 0
        && hall_desk_action_get (action)->primary == primary)
      {
        add_button (self, action, !marked);
        marked = TRUE;
      }
}

/* What stops an order stands left, what moves it on at the right end. */
static void
build_buttons (HallDeskHeader *self)
{
  HallActions menu = choose_for_menu (self->actions);

  hall_ui_clear (GTK_CONTAINER (self->buttons));
  g_menu_remove_all (self->more);
  add_buttons (self, self->actions & ~menu, FALSE);
  add_buttons (self, self->actions & ~menu, TRUE);
  for (HallAction action = 0; action < HALL_N_ACTIONS; action++)
    if ((menu & HALL_ACTION_BIT (action)) != 0)
      add_quiet (self, action);
  gtk_widget_set_visible (GTK_WIDGET (self->more_button), menu != 0);
}

static void
show_actions (HallDeskHeader *self, const HallOrder *order)
{
  HallActions actions = 0;

  for (HallAction action = 0; action < HALL_N_ACTIONS; action++)
    if (hall_order_can (order, action) && hall_desk_action_get (action) != NULL)
      actions |= HALL_ACTION_BIT (action);
  if (actions == self->actions)
    return;
  self->actions = actions;
  build_buttons (self);
}

static void
hall_desk_header_dispose (GObject *object)
{
  g_clear_object (&HALL_DESK_HEADER (object)->more);
  G_OBJECT_CLASS (hall_desk_header_parent_class)->dispose (object);
}

static void
hall_desk_header_class_init (HallDeskHeaderClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = hall_desk_header_dispose;
  signals[ACTION] = g_signal_new ("action", HALL_TYPE_DESK_HEADER, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                  NULL, G_TYPE_NONE, 1, G_TYPE_UINT);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/certhall/ui/hall-desk-header.ui");
  gtk_widget_class_bind_template_child (widget_class, HallDeskHeader, organisation);
  gtk_widget_class_bind_template_child (widget_class, HallDeskHeader, pill_box);
  gtk_widget_class_bind_template_child (widget_class, HallDeskHeader, number);
  gtk_widget_class_bind_template_child (widget_class, HallDeskHeader, due);
  gtk_widget_class_bind_template_child (widget_class, HallDeskHeader, buttons);
  gtk_widget_class_bind_template_child (widget_class, HallDeskHeader, more_button);
}

static void
hall_desk_header_init (HallDeskHeader *self)
{
  g_autoptr (GSimpleActionGroup) group = g_simple_action_group_new ();

  gtk_widget_init_template (GTK_WIDGET (self));
  self->pill = HALL_STATUS_PILL (hall_status_pill_new ());
  gtk_container_add (GTK_CONTAINER (self->pill_box), GTK_WIDGET (self->pill));
  self->more = g_menu_new ();
  g_action_map_add_action_entries (G_ACTION_MAP (group), entries, G_N_ELEMENTS (entries), self);
  gtk_widget_insert_action_group (GTK_WIDGET (self), "desk", G_ACTION_GROUP (group));
  gtk_menu_button_set_menu_model (self->more_button, G_MENU_MODEL (self->more));
}

GtkWidget *
hall_desk_header_new (void)
{
  return g_object_new (HALL_TYPE_DESK_HEADER, NULL);
}

void
hall_desk_header_show (HallDeskHeader *self,
                       const HallOrder *order,
                       const HallCatalog *catalog,
                       gint64 now_s)
{
  const HallCertificateType *type = hall_catalog_find_type (catalog, order->certificate_type);
  g_autofree char *grouped = hall_order_format_number (order->number);
  g_autofree char *number = NULL;
  g_autofree char *due = NULL;
  HallVerdict urgency;

  g_return_if_fail (HALL_IS_DESK_HEADER (self));

  number = g_strdup_printf ("%s · %s", grouped,
                            type != NULL ? hall_label_get (&type->label, hall_app_lang ()) : "");
  gtk_label_set_text (self->organisation,
                      *order->organisation != '\0' ? order->organisation : _ ("No name yet"));
  gtk_label_set_text (self->number, number);
  hall_status_pill_show_order (self->pill, order);
  urgency = hall_due_format (order, now_s, &due);
  gtk_label_set_text (self->due, order->deadline_s > 0 ? due : "");
  hall_badge_paint (GTK_WIDGET (self->due),
                    urgency > HALL_HINT ? hall_badge_for_verdict (urgency) : NULL);
  show_actions (self, order);
}

void
hall_desk_header_set_sensitive (HallDeskHeader *self, gboolean sensitive)
{
  g_return_if_fail (HALL_IS_DESK_HEADER (self));

  gtk_widget_set_sensitive (GTK_WIDGET (self->buttons), sensitive);
  gtk_widget_set_sensitive (GTK_WIDGET (self->more_button), sensitive);
}
