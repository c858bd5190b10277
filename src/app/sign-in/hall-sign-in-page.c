/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Who one is, at the hall one has connected to.
 */
#include "hall-sign-in-page.h"

#include <glib/gi18n.h>

#include "hall-account-form.h"
#include "hall-sign-in-form.h"

struct _HallSignInPage
{
  GtkBox parent_instance;

  GtkLabel *hall_name;
  GtkLabel *practice;
  GtkStack *stack;
  GtkBox *foot;

  HallSignInForm *sign_in;        /* in @stack, as "sign-in" */
  HallAccountForm *register_form; /* (nullable): in @stack, as "register" */
  HallAccountForm *reset_form;    /* (nullable): in @stack, as "reset" */

  HallSession *session;
};

G_DEFINE_FINAL_TYPE (HallSignInPage, hall_sign_in_page, GTK_TYPE_BOX)

static void
show_hall (HallSignInPage *self)
{
  const HallInfo *info = hall_session_get_info (self->session);

  gtk_label_set_text (self->hall_name, info != NULL ? info->name : "");
  gtk_widget_set_visible (GTK_WIDGET (self->practice),
                          info != NULL && info->practice
                              && hall_session_get_part (self->session) == HALL_PART_HANDLER);
}

static void
show_form (HallSignInPage *self, const char *name)
{
  gtk_stack_set_visible_child_name (self->stack, name);
}

static void
on_register_wanted_cb (HallSignInPage *self)
{
  hall_account_form_fill (self->register_form, hall_sign_in_form_get_name (self->sign_in));
  show_form (self, "register");
  hall_account_form_focus (self->register_form);
}

static void
on_reset_wanted_cb (HallSignInPage *self)
{
  hall_account_form_fill (self->reset_form, hall_sign_in_form_get_name (self->sign_in));
  show_form (self, "reset");
  hall_account_form_focus (self->reset_form);
}

static void
go_back (HallSignInPage *self, HallAccountForm *from)
{
  hall_sign_in_form_fill (self->sign_in, hall_account_form_get_mobile (from));
  show_form (self, "sign-in");
  hall_sign_in_form_focus (self->sign_in);
}

static void
on_register_left_cb (HallSignInPage *self)
{
  hall_sign_in_form_say (self->sign_in, HALL_GOOD, "");
  go_back (self, self->register_form);
}

static void
on_reset_left_cb (HallSignInPage *self)
{
  hall_sign_in_form_say (self->sign_in, HALL_GOOD, "");
  go_back (self, self->reset_form);
}

static void
on_reset_done_cb (HallSignInPage *self)
{
  go_back (self, self->reset_form);
  hall_sign_in_form_say (self->sign_in, HALL_GOOD,
                         _ ("The new password is set; please sign in with it."));
}

static void
hall_sign_in_page_dispose (GObject *object)
{
  g_clear_object (&HALL_SIGN_IN_PAGE (object)->session);
  G_OBJECT_CLASS (hall_sign_in_page_parent_class)->dispose (object);
}

static void
hall_sign_in_page_class_init (HallSignInPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = hall_sign_in_page_dispose;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/certhall/ui/hall-sign-in-page.ui");
  gtk_widget_class_bind_template_child (widget_class, HallSignInPage, hall_name);
  gtk_widget_class_bind_template_child (widget_class, HallSignInPage, practice);
  gtk_widget_class_bind_template_child (widget_class, HallSignInPage, stack);
  gtk_widget_class_bind_template_child (widget_class, HallSignInPage, foot);
}

static void
hall_sign_in_page_init (HallSignInPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

static HallAccountForm *
add_account_form (HallSignInPage *self,
                  HallPreferences *settings,
                  HallSmsPurpose purpose,
                  const char *name)
{
  GtkWidget *form = hall_account_form_new (self->session, settings, purpose);

  gtk_stack_add_named (self->stack, form, name);
  return HALL_ACCOUNT_FORM (form);
}

static void
add_account_forms (HallSignInPage *self, HallPreferences *settings)
{
  self->register_form = add_account_form (self, settings, HALL_SMS_REGISTER, "register");
  self->reset_form = add_account_form (self, settings, HALL_SMS_RESET, "reset");
  g_signal_connect_swapped (self->sign_in, "register", G_CALLBACK (on_register_wanted_cb), self);
  g_signal_connect_swapped (self->sign_in, "reset", G_CALLBACK (on_reset_wanted_cb), self);
  g_signal_connect_swapped (self->register_form, "back", G_CALLBACK (on_register_left_cb), self);
  g_signal_connect_swapped (self->reset_form, "back", G_CALLBACK (on_reset_left_cb), self);
  g_signal_connect_swapped (self->reset_form, "done", G_CALLBACK (on_reset_done_cb), self);
}

GtkWidget *
hall_sign_in_page_new (HallSession *session, HallPreferences *settings)
{
  HallSignInPage *self = g_object_new (HALL_TYPE_SIGN_IN_PAGE, NULL);
  GtkWidget *sign_in = hall_sign_in_form_new (session, settings);

  self->session = g_object_ref (session);
  self->sign_in = HALL_SIGN_IN_FORM (sign_in);
  gtk_stack_add_named (self->stack, sign_in, "sign-in");
  if (hall_session_get_part (session) == HALL_PART_HANDLER)
    add_account_forms (self, settings);
  g_signal_connect_object (session, "hall-changed", G_CALLBACK (show_hall), self,
                           G_CONNECT_SWAPPED);
  show_hall (self);
  return GTK_WIDGET (self);
}

void
hall_sign_in_page_open (HallSignInPage *self, const char *why)
{
  const char *mobile;

  g_return_if_fail (HALL_IS_SIGN_IN_PAGE (self));

  mobile = hall_session_get_mobile (self->session);
  hall_sign_in_form_fill (self->sign_in, mobile != NULL ? mobile : "");
  hall_sign_in_form_say (self->sign_in, HALL_DOUBTFUL, why != NULL ? why : "");
  show_form (self, "sign-in");
  hall_sign_in_form_focus (self->sign_in);
}

void
hall_sign_in_page_fill (HallSignInPage *self, const char *name, const char *password)
{
  g_return_if_fail (HALL_IS_SIGN_IN_PAGE (self));

  show_form (self, "sign-in");
  hall_sign_in_form_fill_both (self->sign_in, name, password);
}

gboolean
hall_sign_in_page_fill_code (HallSignInPage *self, const char *code)
{
  GtkWidget *form;

  g_return_val_if_fail (HALL_IS_SIGN_IN_PAGE (self), FALSE);

  form = gtk_stack_get_visible_child (self->stack);
  if (!HALL_IS_ACCOUNT_FORM (form))
    return FALSE;
  hall_account_form_fill_code (HALL_ACCOUNT_FORM (form), code);
  return TRUE;
}

GtkBox *
hall_sign_in_page_get_foot (HallSignInPage *self)
{
  g_return_val_if_fail (HALL_IS_SIGN_IN_PAGE (self), NULL);

  return self->foot;
}
