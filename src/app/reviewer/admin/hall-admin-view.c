/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hall-admin-view.h"

#include <glib/gi18n.h>

#include "hall-admin-page.h"
#include "hall-calendar-page.h"
#include "hall-catalogs-page.h"
#include "hall-claims-page.h"
#include "hall-ledger-page.h"
#include "hall-staff-page.h"
#include "hall-statistics-page.h"

#define ADMINISTRATOR HALL_ACTOR_BIT (HALL_ACTOR_ADMINISTRATOR)
#define WATCHERS      (ADMINISTRATOR | HALL_ACTOR_BIT (HALL_ACTOR_AUDITOR))

struct _HallAdminView
{
  GtkBox parent_instance;

  GtkStackSidebar *sidebar;
  GtkStack *stack;

  HallSession *session;
  gboolean entered;
};

G_DEFINE_FINAL_TYPE (HallAdminView, hall_admin_view, GTK_TYPE_BOX)

/* Auditors look at what the hall lets them. */
static const struct
{
  guint actors;
  const char *name;
  const char *title;
  GtkWidget *(*create) (HallSession *session);
} pages[] = {
  { WATCHERS, "statistics", N_ ("Statistics"), hall_statistics_page_new },
  { ADMINISTRATOR, "staff", N_ ("Staff"), hall_staff_page_new },
  { ADMINISTRATOR, "catalogs", N_ ("Project catalogues"), hall_catalogs_page_new },
  { ADMINISTRATOR, "calendar", N_ ("Working days"), hall_calendar_page_new },
  { ADMINISTRATOR, "claims", N_ ("Orders on desks"), hall_claims_page_new },
  { WATCHERS, "ledger", N_ ("Records"), hall_ledger_page_new },
};

static void
load_visible (HallAdminView *self)
{
  GtkWidget *page = gtk_stack_get_visible_child (self->stack);

  if (self->entered && page != NULL)
    hall_admin_page_load (HALL_ADMIN_PAGE (page));
}

static void
on_page_changed_cb (HallAdminView *self)
{
  load_visible (self);
}

static void
hall_admin_view_dispose (GObject *object)
{
  g_clear_object (&HALL_ADMIN_VIEW (object)->session);
  G_OBJECT_CLASS (hall_admin_view_parent_class)->dispose (object);
}

static void
hall_admin_view_class_init (HallAdminViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = hall_admin_view_dispose;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/certhall/ui/hall-admin-view.ui");
  gtk_widget_class_bind_template_child (widget_class, HallAdminView, sidebar);
  gtk_widget_class_bind_template_child (widget_class, HallAdminView, stack);
}

static void
hall_admin_view_init (HallAdminView *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
hall_admin_view_new_for_session (HallSession *session)
{
  HallAdminView *self = g_object_new (HALL_TYPE_ADMIN_VIEW, NULL);

  self->session = g_object_ref (session);
  for (gsize i = 0; i < G_N_ELEMENTS (pages); i++)
    gtk_stack_add_titled (self->stack, pages[i].create (session), pages[i].name,
                          _ (pages[i].title));
  g_signal_connect_object (self->stack, "notify::visible-child", G_CALLBACK (on_page_changed_cb),
                           self, G_CONNECT_SWAPPED);
  return GTK_WIDGET (self);
}

GtkWidget *
hall_admin_view_new (HallFrame *frame)
{
  return hall_admin_view_new_for_session (hall_frame_get_session (frame));
}

static void
show_pages_of (HallAdminView *self, guint actors)
{
  for (gsize i = 0; i < G_N_ELEMENTS (pages); i++)
    gtk_widget_set_visible (gtk_stack_get_child_by_name (self->stack, pages[i].name),
                            (pages[i].actors & actors) != 0);
}

/* The sidebar marks a page only when another one comes; the first one was there before it. */
static void
mark_visible (HallAdminView *self)
{
  gtk_stack_sidebar_set_stack (self->sidebar, NULL);
  gtk_stack_sidebar_set_stack (self->sidebar, self->stack);
}

void
hall_admin_view_enter (GtkWidget *view)
{
  HallAdminView *self = HALL_ADMIN_VIEW (view);
  const HallIdentity *identity = hall_session_get_identity (self->session);

  show_pages_of (self, identity != NULL ? identity->actors : 0);
  gtk_stack_set_visible_child_name (self->stack, pages[0].name);
  mark_visible (self);
  self->entered = TRUE;
  load_visible (self);
}

void
hall_admin_view_leave (GtkWidget *view)
{
  HallAdminView *self = HALL_ADMIN_VIEW (view);

  self->entered = FALSE;
  for (gsize i = 0; i < G_N_ELEMENTS (pages); i++)
    hall_admin_page_stop (
        HALL_ADMIN_PAGE (gtk_stack_get_child_by_name (self->stack, pages[i].name)));
}

const HallViewKey hall_admin_view_keys[] = {
  { "1...6", N_ ("The pages, in their order") },
  { "e", N_ ("Export as CSV") },
  { "r", N_ ("Load the page again") },
  { NULL, NULL },
};

/* FALSE if fewer pages are shown. */
static gboolean
turn_to (HallAdminView *self, guint number)
{
  for (gsize i = 0; i < G_N_ELEMENTS (pages); i++)
    {
      GtkWidget *page = gtk_stack_get_child_by_name (self->stack, pages[i].name);

      if (!gtk_widget_get_visible (page) || --number > 0)
        continue;
      gtk_stack_set_visible_child (self->stack, page);
      return TRUE;
    }
  return FALSE;
}

gboolean
hall_admin_view_take_key (GtkWidget *view, const GdkEventKey *event)
{
  HallAdminView *self = HALL_ADMIN_VIEW (view);
  GtkWidget *page = gtk_stack_get_visible_child (self->stack);

  if (event->keyval >= GDK_KEY_1 && event->keyval <= GDK_KEY_9)
    return turn_to (self, event->keyval - GDK_KEY_0);
  if (event->keyval == GDK_KEY_e)
    hall_admin_page_export (HALL_ADMIN_PAGE (page));
  else if (event->keyval == GDK_KEY_r)
    load_visible (self);
  else
    return FALSE;
  return TRUE;
}

void
hall_admin_view_go_to (HallAdminView *self, const char *page)
{
  g_return_if_fail (HALL_IS_ADMIN_VIEW (self));

  gtk_stack_set_visible_child_name (self->stack, page);
}
