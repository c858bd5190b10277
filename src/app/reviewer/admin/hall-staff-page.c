/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hall-staff-page.h"

#include <glib/gi18n.h>

#include "hall-admin-table.h"
#include "hall-app-lang.h"
#include "hall-client-admin.h"
#include "hall-staff-dialog.h"
#include "hall-when.h"

struct _HallStaffPage
{
  HallAdminPage parent_instance;

  HallAdminTable *table;
  GtkWidget *change_button;
  GtkWidget *password_button;
  GtkWidget *switch_button;
  GPtrArray *people; /* (nullable) (element-type HallStaffPerson) */
};

G_DEFINE_FINAL_TYPE (HallStaffPage, hall_staff_page, HALL_TYPE_ADMIN_PAGE)

static const HallStaffPerson *
get_chosen (HallStaffPage *self)
{
  int row = hall_admin_table_get_chosen (self->table);

  return row >= 0 ? g_ptr_array_index (self->people, (guint) row) : NULL;
}

static gboolean
is_oneself (HallStaffPage *self, const HallStaffPerson *person)
{
  const HallIdentity *identity =
      hall_session_get_identity (hall_admin_page_get_session (HALL_ADMIN_PAGE (self)));

  return identity != NULL && g_strcmp0 (identity->name, person->name) == 0;
}

static void
on_chosen_cb (HallStaffPage *self)
{
  const HallStaffPerson *person = get_chosen (self);
  gboolean other = person != NULL && !is_oneself (self, person);

  gtk_widget_set_sensitive (self->change_button, person != NULL);
  gtk_widget_set_sensitive (self->password_button, other);
  gtk_widget_set_sensitive (self->switch_button, other);
  gtk_button_set_label (GTK_BUTTON (self->switch_button), person != NULL && person->disabled_s != 0
                                                              ? _ ("Switch _on again")
                                                              : _ ("Switch _off"));
}

static char *
describe_roles (guint actors)
{
  g_autoptr (GPtrArray) labels = g_ptr_array_new ();

  for (guint actor = 0; actor < HALL_N_ACTORS; actor++)
    if ((actors & HALL_ACTOR_BIT (actor)) != 0)
      g_ptr_array_add (labels, (char *) hall_actor_get_label (actor, hall_app_lang ()));
  g_ptr_array_add (labels, NULL);
  /* Translators: between the roles of one person */
  return g_strjoinv (_ (", "), (char **) labels->pdata);
}

static char *
describe_password (const HallStaffPerson *person)
{
  g_autofree char *until = NULL;

  if (person->password_until_s == 0)
    return g_strdup (_ ("Their own"));
  until = hall_when_format (person->password_until_s);
  /* Translators: %s is a time */
  return g_strdup_printf (_ ("For once, until %s"), until);
}

static void
show (HallStaffPage *self)
{
  hall_admin_table_begin (self->table);
  for (guint i = 0; i < self->people->len; i++)
    {
      const HallStaffPerson *person = g_ptr_array_index (self->people, i);
      g_autofree char *roles = describe_roles (person->actors);
      g_autofree char *password = describe_password (person);
      const char *const cells[] = { person->name, person->full_name, roles,
                                    person->disabled_s != 0 ? _ ("Switched off") : _ ("Active"),
                                    password };

      hall_admin_table_add (self->table, cells);
    }
  hall_admin_table_end (self->table);
}

static void
on_listed_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (HallStaffPage) self = user_data;
  g_autoptr (GError) error = NULL;
  GPtrArray *people = hall_client_list_staff_finish (HALL_CLIENT (source), result, &error);

  if (!hall_admin_page_take (HALL_ADMIN_PAGE (self), error))
    return;
  g_clear_pointer (&self->people, g_ptr_array_unref);
  self->people = people;
  show (self);
}

static void
list (HallStaffPage *self)
{
  HallAdminPage *page = HALL_ADMIN_PAGE (self);

  hall_client_list_staff_async (hall_admin_page_get_client (page),
                                hall_admin_page_get_cancellable (page), on_listed_cb,
                                g_object_ref (self));
}

static void
hall_staff_page_load (HallAdminPage *page)
{
  list (HALL_STAFF_PAGE (page));
}

/* It is nowhere else, so it stays until it is closed. */
static void
show_password (HallStaffPage *self, const HallStaffPerson *person)
{
  GtkWidget *top = gtk_widget_get_toplevel (GTK_WIDGET (self));
  GtkWidget *dialog =
      gtk_message_dialog_new (GTK_IS_WINDOW (top) ? GTK_WINDOW (top) : NULL,
                              GTK_DIALOG_MODAL | GTK_DIALOG_DESTROY_WITH_PARENT, GTK_MESSAGE_INFO,
                              GTK_BUTTONS_CLOSE, "%s", person->password);
  g_autofree char *until = hall_when_format (person->password_until_s);
  GtkWidget *area = gtk_message_dialog_get_message_area (GTK_MESSAGE_DIALOG (dialog));
  g_autoptr (GList) labels = gtk_container_get_children (GTK_CONTAINER (area));

  /* Translators: the first %s is a name, the second a time */
  gtk_message_dialog_format_secondary_text (
      GTK_MESSAGE_DIALOG (dialog),
      _ ("The password of %s for once, good until %s. Whoever signs in with it chooses a new one. "
         "It is not shown again."),
      person->name, until);
  for (GList *l = labels; l != NULL; l = l->next)
    if (GTK_IS_LABEL (l->data))
      gtk_label_set_selectable (GTK_LABEL (l->data), TRUE);
  g_signal_connect (dialog, "response", G_CALLBACK (gtk_widget_destroy), NULL);
  gtk_window_present (GTK_WINDOW (dialog));
}

/* Of whatever was done to a person. */
static void
finish (HallStaffPage *self, HallStaffPerson *answer, const GError *error)
{
  g_autoptr (HallStaffPerson) person = answer;

  if (!hall_admin_page_take (HALL_ADMIN_PAGE (self), error))
    return;
  if (person->password != NULL)
    show_password (self, person);
  list (self);
}

static void
on_added_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (HallStaffPage) self = user_data;
  g_autoptr (GError) error = NULL;
  HallStaffPerson *person = hall_client_add_staff_finish (HALL_CLIENT (source), result, &error);

  finish (self, person, error);
}

static void
on_changed_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (HallStaffPage) self = user_data;
  g_autoptr (GError) error = NULL;
  HallStaffPerson *person = hall_client_change_staff_finish (HALL_CLIENT (source), result, &error);

  finish (self, person, error);
}

static void
on_password_given_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (HallStaffPage) self = user_data;
  g_autoptr (GError) error = NULL;
  HallStaffPerson *person =
      hall_client_new_staff_password_finish (HALL_CLIENT (source), result, &error);

  finish (self, person, error);
}

static void
change (HallStaffPage *self, const HallStaffPerson *person)
{
  HallAdminPage *page = HALL_ADMIN_PAGE (self);

  hall_client_change_staff_async (hall_admin_page_get_client (page), person,
                                  hall_admin_page_get_cancellable (page), on_changed_cb,
                                  g_object_ref (self));
}

static void
on_add_answered_cb (GtkDialog *dialog, int response, HallStaffPage *self)
{
  HallAdminPage *page = HALL_ADMIN_PAGE (self);
  g_autoptr (HallStaffPerson) person = hall_staff_dialog_get_person (HALL_STAFF_DIALOG (dialog));

  gtk_widget_destroy (GTK_WIDGET (dialog));
  if (response == GTK_RESPONSE_OK)
    hall_client_add_staff_async (hall_admin_page_get_client (page), person,
                                 hall_admin_page_get_cancellable (page), on_added_cb,
                                 g_object_ref (self));
}

static void
on_change_answered_cb (GtkDialog *dialog, int response, HallStaffPage *self)
{
  g_autoptr (HallStaffPerson) person = hall_staff_dialog_get_person (HALL_STAFF_DIALOG (dialog));
  const HallStaffPerson *now = get_chosen (self);

  gtk_widget_destroy (GTK_WIDGET (dialog));
  if (response != GTK_RESPONSE_OK || now == NULL)
    return;
  person->disabled_s = now->disabled_s;
  change (self, person);
}

static void
ask (HallStaffPage *self, const HallStaffPerson *person, GCallback answered)
{
  GtkWidget *top = gtk_widget_get_toplevel (GTK_WIDGET (self));
  GtkWidget *dialog = hall_staff_dialog_new (GTK_IS_WINDOW (top) ? GTK_WINDOW (top) : NULL, person,
                                             person == NULL || !is_oneself (self, person));

  g_signal_connect_object (dialog, "response", answered, self, 0);
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
on_add_clicked_cb (HallStaffPage *self)
{
  ask (self, NULL, G_CALLBACK (on_add_answered_cb));
}

static void
on_change_clicked_cb (HallStaffPage *self)
{
  const HallStaffPerson *person = get_chosen (self);

  if (person != NULL)
    ask (self, person, G_CALLBACK (on_change_answered_cb));
}

static void
on_password_clicked_cb (HallStaffPage *self)
{
  HallAdminPage *page = HALL_ADMIN_PAGE (self);

  hall_client_new_staff_password_async (hall_admin_page_get_client (page), get_chosen (self)->name,
                                        hall_admin_page_get_cancellable (page),
                                        on_password_given_cb, g_object_ref (self));
}

static void
on_switch_clicked_cb (HallStaffPage *self)
{
  HallStaffPerson person = *get_chosen (self);

  person.disabled_s = person.disabled_s == 0;
  change (self, &person);
}

static void
hall_staff_page_write (HallAdminPage *page, HallCsvWriter *csv)
{
  hall_admin_table_write (HALL_STAFF_PAGE (page)->table, csv);
}

static void
hall_staff_page_finalize (GObject *object)
{
  g_clear_pointer (&HALL_STAFF_PAGE (object)->people, g_ptr_array_unref);
  G_OBJECT_CLASS (hall_staff_page_parent_class)->finalize (object);
}

static void
hall_staff_page_class_init (HallStaffPageClass *klass)
{
  HallAdminPageClass *page_class = HALL_ADMIN_PAGE_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = hall_staff_page_finalize;
  page_class->file_name = "staff.csv";
  page_class->load = hall_staff_page_load;
  page_class->write = hall_staff_page_write;
}

static GtkWidget *
add_tool (HallStaffPage *self, const char *label, GCallback clicked)
{
  GtkWidget *button = hall_admin_page_add_tool (HALL_ADMIN_PAGE (self), label);

  g_signal_connect_object (button, "clicked", clicked, self, G_CONNECT_SWAPPED);
  return button;
}

static void
hall_staff_page_init (HallStaffPage *self)
{
  const char *const titles[] = { _ ("Login name"), _ ("Name of the person"), _ ("Roles"),
                                 _ ("Status"),     _ ("Password"),           NULL };

  hall_admin_page_set_words (HALL_ADMIN_PAGE (self), _ ("Staff"),
                             _ ("Nobody changes their own roles, and one administrator always "
                                "stays. Every change is on record."));
  add_tool (self, _ ("_Add …"), G_CALLBACK (on_add_clicked_cb));
  self->change_button = add_tool (self, _ ("_Change …"), G_CALLBACK (on_change_clicked_cb));
  self->password_button =
      add_tool (self, _ ("New _password for once"), G_CALLBACK (on_password_clicked_cb));
  self->switch_button = add_tool (self, _ ("Switch _off"), G_CALLBACK (on_switch_clicked_cb));
  gtk_button_set_use_underline (GTK_BUTTON (self->switch_button), TRUE);
  self->table = HALL_ADMIN_TABLE (hall_admin_table_new (_ ("Staff"), titles));
  gtk_container_add (GTK_CONTAINER (hall_admin_page_get_content (HALL_ADMIN_PAGE (self))),
                     GTK_WIDGET (self->table));
  g_signal_connect_object (self->table, "chosen", G_CALLBACK (on_chosen_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->table, "opened", G_CALLBACK (on_change_clicked_cb), self,
                           G_CONNECT_SWAPPED);
  on_chosen_cb (self);
}

GtkWidget *
hall_staff_page_new (HallSession *session)
{
  HallStaffPage *self = g_object_new (HALL_TYPE_STAFF_PAGE, NULL);

  hall_admin_page_set_session (HALL_ADMIN_PAGE (self), session);
  return GTK_WIDGET (self);
}
