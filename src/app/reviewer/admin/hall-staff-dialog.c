/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hall-staff-dialog.h"

#include <glib/gi18n.h>

#include "hall-app-lang.h"

struct _HallStaffDialog
{
  GtkDialog parent_instance;

  GtkEntry *name;
  GtkEntry *full_name;
  GtkBox *roles;

  GtkToggleButton *checks[HALL_N_ACTORS]; /* in @roles; NULL for those who are no staff */
};

G_DEFINE_FINAL_TYPE (HallStaffDialog, hall_staff_dialog, GTK_TYPE_DIALOG)

static guint
get_actors (HallStaffDialog *self)
{
  guint actors = 0;

  for (guint actor = 0; actor < HALL_N_ACTORS; actor++)
    if (self->checks[actor] != NULL && gtk_toggle_button_get_active (self->checks[actor]))
      actors |= HALL_ACTOR_BIT (actor);
  return actors;
}

static void
on_changed_cb (HallStaffDialog *self)
{
  gboolean complete = *gtk_entry_get_text (self->name) != '\0'
                      && *gtk_entry_get_text (self->full_name) != '\0' && get_actors (self) != 0;

  gtk_dialog_set_response_sensitive (GTK_DIALOG (self), GTK_RESPONSE_OK, complete);
}

static void
hall_staff_dialog_class_init (HallStaffDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/certhall/ui/hall-staff-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, HallStaffDialog, name);
  gtk_widget_class_bind_template_child (widget_class, HallStaffDialog, full_name);
  gtk_widget_class_bind_template_child (widget_class, HallStaffDialog, roles);
  gtk_widget_class_bind_template_callback (widget_class, on_changed_cb);
}

static void
hall_staff_dialog_init (HallStaffDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

static void
add_checks (HallStaffDialog *self, guint actors, gboolean open)
{
  for (guint actor = 0; actor < HALL_N_ACTORS; actor++)
    {
      GtkWidget *check;

      if ((HALL_ACTORS_STAFF & HALL_ACTOR_BIT (actor)) == 0)
        continue;
      check = gtk_check_button_new_with_label (hall_actor_get_label (actor, hall_app_lang ()));
      self->checks[actor] = GTK_TOGGLE_BUTTON (check);
      gtk_toggle_button_set_active (self->checks[actor], (actors & HALL_ACTOR_BIT (actor)) != 0);
      gtk_widget_set_sensitive (check, open);
      gtk_widget_show (check);
      gtk_container_add (GTK_CONTAINER (self->roles), check);
      g_signal_connect_object (check, "toggled", G_CALLBACK (on_changed_cb), self,
                               G_CONNECT_SWAPPED);
    }
}

GtkWidget *
hall_staff_dialog_new (GtkWindow *parent, const HallStaffPerson *person, gboolean roles_open)
{
  HallStaffDialog *self =
      g_object_new (HALL_TYPE_STAFF_DIALOG, "transient-for", parent, "use-header-bar", TRUE,
                    "title",
                    person != NULL ? _ ("Change a member of staff") : _ ("Add a member of staff"),
                    NULL);
  GtkWidget *ok;

  gtk_dialog_add_button (GTK_DIALOG (self), _ ("_Cancel"), GTK_RESPONSE_CANCEL);
  ok = gtk_dialog_add_button (GTK_DIALOG (self), person != NULL ? _ ("_Save") : _ ("_Add"),
                              GTK_RESPONSE_OK);
  gtk_style_context_add_class (gtk_widget_get_style_context (ok), "suggested-action");
  gtk_dialog_set_default_response (GTK_DIALOG (self), GTK_RESPONSE_OK);
  if (person != NULL)
    {
      gtk_entry_set_text (self->name, person->name);
      gtk_entry_set_text (self->full_name, person->full_name);
      gtk_widget_set_sensitive (GTK_WIDGET (self->name), FALSE);
    }
  add_checks (self, person != NULL ? person->actors : 0, roles_open);
  on_changed_cb (self);
  return GTK_WIDGET (self);
}

HallStaffPerson *
hall_staff_dialog_get_person (HallStaffDialog *self)
{
  HallStaffPerson *person = g_new0 (HallStaffPerson, 1);

  person->name = g_strdup (gtk_entry_get_text (self->name));
  person->full_name = g_strdup (gtk_entry_get_text (self->full_name));
  person->actors = get_actors (self);
  return person;
}
