/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The handler is verified. The order says what has come of it; the wizard goes on by itself.
 */
#include "hall-auth-page.h"

#include <glib/gi18n.h>

#include "hall-app-lang.h"
#include "hall-busy-button.h"
#include "hall-limits.h"
#include "hall-badge.h"
#include "hall-notice.h"
#include "hall-open.h"
#include "hall-other-way-box.h"
#include "hall-phone-steps.h"
#include "hall-qr-view.h"
#include "hall-ui.h"

struct _HallAuthPage
{
  GtkBox parent_instance;

  GtkLabel *title;
  GtkLabel *why;
  GtkBox *notice_box;
  GtkStack *stack; /* "phone", "asked" or "done" */
  GtkBox *phone;
  GtkBox *qr_box;
  GtkBox *steps_box;
  GtkBox *phone_again_box;
  GtkImage *done_icon;
  GtkBox *other_way_box;

  HallNotice *notice;          /* in @notice_box */
  HallQrView *qr;              /* in @qr_box */
  HallPhoneSteps *steps;       /* in @steps_box */
  HallBusyButton *phone_again; /* in @phone_again_box */
  HallDraft *draft;
  GCancellable *cancellable;
  char *url; /* (nullable): of the code that is shown */
  gboolean renewing;
};

#define MIN_WIDTH_PX 560 /* for the code and the steps side by side */

static void wizard_page_init (HallWizardPageInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (HallAuthPage,
                               hall_auth_page,
                               GTK_TYPE_BOX,
                               G_IMPLEMENT_INTERFACE (HALL_TYPE_WIZARD_PAGE, wizard_page_init))

static gboolean
is_practice (HallAuthPage *self)
{
  const HallInfo *info = hall_session_get_info (hall_draft_get_session (self->draft));

  return info != NULL && info->practice;
}

/* What the place of the notice is for while there is nothing to say: the practice hall's hint. */
static void
rest_notice (HallAuthPage *self)
{
  if (is_practice (self))
    hall_notice_show (self->notice, HALL_HINT,
                      _ ("Practice hall: without a phone, open the page on this computer; any "
                         "pictures will do."),
                      NULL);
  else
    hall_notice_clear (self->notice);
}

static HallSubstate
get_substate (HallAuthPage *self)
{
  return hall_draft_get_order (self->draft)->sub[HALL_SUBSTATE_AUTH];
}

static gboolean
is_wanted (HallAuthPage *self)
{
  return hall_order_can (hall_draft_get_order (self->draft), HALL_ACTION_AUTHENTICATE);
}

static void
show_renewing (HallAuthPage *self, gboolean renewing)
{
  self->renewing = renewing;
  hall_qr_view_set_renewing (self->qr, renewing);
  hall_busy_button_set_busy (self->phone_again, renewing);
}

static void
on_renewed_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (HallAuthPage) self = user_data;
  g_autoptr (GError) error = NULL;
  gboolean renewed = hall_order_watch_renew_auth_finish (HALL_ORDER_WATCH (source), result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  show_renewing (self, FALSE);
  if (renewed)
    return;
  hall_notice_show_error (self->notice, error);
  hall_qr_view_set_time_left (self->qr, 0, HALL_AUTH_LINK_LIFE_S);
}

static void
renew (HallAuthPage *self)
{
  if (self->renewing)
    return;
  rest_notice (self);
  show_renewing (self, TRUE);
  hall_order_watch_renew_auth_async (hall_draft_get_watch (self->draft), self->cancellable,
                                     on_renewed_cb, g_object_ref (self));
}

static void
on_opened_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (HallAuthPage) self = user_data;
  g_autoptr (GError) error = NULL;

  if (!hall_open_uri_finish (result, &error) && self->draft != NULL)
    hall_notice_show_error (self->notice, error);
}

static void
on_open_cb (HallAuthPage *self)
{
  if (self->url != NULL)
    hall_open_uri_async (self->url, self->cancellable, on_opened_cb, g_object_ref (self));
}

static void
show_link (HallAuthPage *self)
{
  const HallAuthLink *link = hall_draft_get_order (self->draft)->auth;
  gint64 left_s;

  if (link == NULL)
    {
      if (self->url != NULL)
        hall_qr_view_set_time_left (self->qr, 0, HALL_AUTH_LINK_LIFE_S);
      return;
    }
  if (g_strcmp0 (link->url, self->url) == 0)
    return;
  g_free (self->url);
  self->url = g_strdup (link->url);
  left_s = link->expires_s - hall_session_get_now_s (hall_draft_get_session (self->draft));
  hall_qr_view_set_text (self->qr, link->url);
  hall_qr_view_set_time_left (self->qr, (guint) CLAMP (left_s, 0, HALL_AUTH_LINK_LIFE_S),
                              HALL_AUTH_LINK_LIFE_S);
  hall_phone_steps_set_url (self->steps, link->url);
}

static void
show_order (HallAuthPage *self)
{
  HallSubstate substate = get_substate (self);
  gboolean wanted = is_wanted (self);
  gboolean asked = wanted && substate == HALL_AUTH_ALTERNATIVE;

  show_link (self);
  if (wanted && substate == HALL_AUTH_FAILED)
    hall_notice_show (self->notice, HALL_WRONG,
                      _ ("The verification was broken off on the phone. Take a new code to try "
                         "again."),
                      NULL);
  gtk_stack_set_visible_child_name (self->stack, !wanted ? "done" : asked ? "asked" : "phone");
  gtk_widget_set_visible (GTK_WIDGET (self->other_way_box), wanted && !asked);
  hall_wizard_page_next_changed (HALL_WIZARD_PAGE (self));
}

/* A code is made when somebody looks, so that none grows old unseen. */
static void
hall_auth_page_enter (HallWizardPage *page)
{
  HallAuthPage *self = HALL_AUTH_PAGE (page);

  rest_notice (self);
  show_order (self);
  if (is_wanted (self) && get_substate (self) != HALL_AUTH_ALTERNATIVE
      && hall_draft_get_order (self->draft)->auth == NULL)
    renew (self);
}

static const char *
hall_auth_page_get_next_label (HallWizardPage *page)
{
  return is_wanted (HALL_AUTH_PAGE (page)) ? NULL : _ ("_Next");
}

static void
wizard_page_init (HallWizardPageInterface *iface)
{
  iface->enter = hall_auth_page_enter;
  iface->get_next_label = hall_auth_page_get_next_label;
}

static void
hall_auth_page_dispose (GObject *object)
{
  HallAuthPage *self = HALL_AUTH_PAGE (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->draft);
  g_clear_pointer (&self->url, g_free);
  G_OBJECT_CLASS (hall_auth_page_parent_class)->dispose (object);
}

static void
hall_auth_page_class_init (HallAuthPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = hall_auth_page_dispose;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/certhall/ui/hall-auth-page.ui");
  gtk_widget_class_bind_template_child (widget_class, HallAuthPage, title);
  gtk_widget_class_bind_template_child (widget_class, HallAuthPage, why);
  gtk_widget_class_bind_template_child (widget_class, HallAuthPage, notice_box);
  gtk_widget_class_bind_template_child (widget_class, HallAuthPage, stack);
  gtk_widget_class_bind_template_child (widget_class, HallAuthPage, phone);
  gtk_widget_class_bind_template_child (widget_class, HallAuthPage, qr_box);
  gtk_widget_class_bind_template_child (widget_class, HallAuthPage, steps_box);
  gtk_widget_class_bind_template_child (widget_class, HallAuthPage, phone_again_box);
  gtk_widget_class_bind_template_child (widget_class, HallAuthPage, done_icon);
  gtk_widget_class_bind_template_child (widget_class, HallAuthPage, other_way_box);
}

static void
hall_auth_page_init (HallAuthPage *self)
{
  GtkWidget *notice = hall_notice_new ();
  GtkWidget *qr = hall_qr_view_new ();
  GtkWidget *again = hall_busy_button_new (_ ("Use the _phone after all"));

  gtk_widget_init_template (GTK_WIDGET (self));
  hall_ui_stack_when_narrow (self->phone, MIN_WIDTH_PX);
  self->cancellable = g_cancellable_new ();
  self->notice = HALL_NOTICE (notice);
  gtk_container_add (GTK_CONTAINER (self->notice_box), notice);
  self->qr = HALL_QR_VIEW (qr);
  gtk_container_add (GTK_CONTAINER (self->qr_box), qr);
  self->phone_again = HALL_BUSY_BUTTON (again);
  gtk_container_add (GTK_CONTAINER (self->phone_again_box), again);
  gtk_label_set_text (self->title, hall_step_get_label (HALL_STEP_AUTH, hall_app_lang ()));
  hall_badge_paint (GTK_WIDGET (self->done_icon), hall_badge_for_tone (HALL_TONE_DONE));
  gtk_image_set_from_icon_name (self->done_icon, hall_badge_for_tone (HALL_TONE_DONE)->icon,
                                GTK_ICON_SIZE_DND);
  hall_qr_view_set_words (self->qr, _ ("Scan with WeChat"),
                          _ ("The handler scans it with their own phone."));
  hall_qr_view_set_amount (self->qr, -1);
  hall_qr_view_set_text (self->qr, NULL);
  g_signal_connect_swapped (qr, "renew", G_CALLBACK (renew), self);
  g_signal_connect_swapped (qr, "open", G_CALLBACK (on_open_cb), self);
  g_signal_connect_swapped (again, "clicked", G_CALLBACK (renew), self);
}

static void
show_why (HallAuthPage *self)
{
  const char *name = hall_application_get_role (hall_draft_get_application (self->draft),
                                                hall_draft_get_catalog (self->draft),
                                                HALL_FIELD_ROLE_HANDLER_NAME);
  /* Translators: %s is the handler's name */
  g_autofree char *text = g_strdup_printf (
      _ ("%s is verified with a phone: the identity card, then a short face check."), name);

  gtk_label_set_text (self->why, text);
}

GtkWidget *
hall_auth_page_new (HallFrame *frame, HallDraft *draft)
{
  HallAuthPage *self = g_object_new (HALL_TYPE_AUTH_PAGE, NULL);
  HallSession *session = hall_draft_get_session (draft);
  GtkWidget *steps = hall_phone_steps_new (hall_session_get_client (session));

  self->draft = g_object_ref (draft);
  self->steps = HALL_PHONE_STEPS (steps);
  gtk_container_add (GTK_CONTAINER (self->steps_box), steps);
  gtk_container_add (GTK_CONTAINER (self->other_way_box),
                     hall_other_way_box_new (hall_draft_get_watch (draft)));
  hall_qr_view_set_can_open (self->qr, is_practice (self));
  show_why (self);
  g_signal_connect_object (draft, "changed", G_CALLBACK (show_order), self, G_CONNECT_SWAPPED);
  rest_notice (self);
  show_order (self);
  return GTK_WIDGET (self);
}
