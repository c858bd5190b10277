/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What is applied for. All of it is in the catalogue of the project.
 */
#include "hall-project-page.h"

#include <glib/gi18n.h>

#include "hall-agreements.h"
#include "hall-app-lang.h"
#include "hall-money.h"
#include "hall-need-row.h"
#include "hall-notice.h"
#include "hall-option-row.h"
#include "hall-ui.h"

struct _HallProjectPage
{
  GtkBox parent_instance;

  GtkStack *stack; /* "wait" or "page" */
  GtkScrolledWindow *scroller;
  GtkBox *column;
  GtkLabel *project;
  GtkLabel *summary;
  GtkListBox *project_list; /* where there is more than one */
  GtkListBox *type_list;
  GtkLabel *review;
  GtkListBox *need_list;
  GtkBox *agreements_box;
  GtkBox *notice_box;

  HallAgreements *agreements; /* in @agreements_box */
  HallNotice *notice;         /* in @notice_box */

  HallSession *session; /* (nullable): NULL once disposed */
  HallDraft *draft;     /* (nullable) */
  HallCatalog *catalog; /* (nullable): being loaded */
  GPtrArray *types;     /* (element-type HallOptionRow), owned by @type_list */
  GCancellable *cancellable;
};

static void hall_project_page_wizard_init (HallWizardPageInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (HallProjectPage,
                               hall_project_page,
                               GTK_TYPE_BOX,
                               G_IMPLEMENT_INTERFACE (HALL_TYPE_WIZARD_PAGE,
                                                      hall_project_page_wizard_init))

static const char *
say (const HallLabel *label)
{
  return hall_label_get (label, hall_app_lang ());
}

static const HallCertificateType *
get_type (HallProjectPage *self)
{
  for (guint i = 0; i < self->types->len; i++)
    if (hall_option_row_is_chosen (g_ptr_array_index (self->types, i)))
      return hall_catalog_find_type (self->catalog,
                                     hall_option_row_get_id (g_ptr_array_index (self->types, i)));
  return g_ptr_array_index (self->catalog->types, 0);
}

/* "900.00 yuan", and below it for how long. Returns: (transfer full) */
static char *
describe_price (const HallCertificateType *type)
{
  g_autofree char *amount = hall_money_format (type->amount_fen);
  /* Translators: an amount of money in yuan, and for how many years it is paid */
  return g_strdup_printf (ngettext ("%1$s yuan\n%2$u year", "%1$s yuan\n%2$u years",
                                    type->validity_years),
                          amount, type->validity_years);
}

static void
add_need (HallProjectPage *self, const char *icon, const char *title, const char *text)
{
  gtk_container_add (GTK_CONTAINER (self->need_list), hall_need_row_new (icon, title, text));
}

static void
show_needs (HallProjectPage *self)
{
  const HallCertificateType *type = get_type (self);

  hall_ui_clear (GTK_CONTAINER (self->need_list));
  for (guint i = 0; i < self->catalog->requirements->len; i++)
    {
      const HallRequirement *requirement = g_ptr_array_index (self->catalog->requirements, i);

      if (hall_requirement_is_in_type (requirement, type) && !requirement->at_payment)
        add_need (self, "text-x-generic-symbolic", say (&requirement->label),
                  say (&requirement->hint));
    }
  add_need (self, "phone-symbolic", _ ("Phone and identity card of the handler"),
            _ ("The handler is verified on the phone, with the original of the card."));
  add_need (self, "printer-symbolic", _ ("Printer and scanner"),
            _ ("The form is printed, signed and stamped by hand, and scanned in colour."));
}

static void
on_type_chosen_cb (HallProjectPage *self)
{
  show_needs (self);
  if (self->draft != NULL)
    hall_draft_set_certificate_type (self->draft, get_type (self)->id);
}

static void
add_types (HallProjectPage *self)
{
  HallOptionRow *first = NULL;

  hall_ui_clear (GTK_CONTAINER (self->type_list));
  g_ptr_array_set_size (self->types, 0);
  for (guint i = 0; i < self->catalog->types->len; i++)
    {
      const HallCertificateType *type = g_ptr_array_index (self->catalog->types, i);
      g_autofree char *price = describe_price (type);
      HallOptionRow *row = HALL_OPTION_ROW (hall_option_row_new (type->id, first));

      if (first == NULL)
        first = row;
      hall_option_row_set_words (row, say (&type->label), say (&type->summary), price);
      gtk_container_add (GTK_CONTAINER (self->type_list), GTK_WIDGET (row));
      g_ptr_array_add (self->types, row);
      g_signal_connect_swapped (row, "chosen", G_CALLBACK (on_type_chosen_cb), self);
    }
}

/* The choice as the draft has it; open as long as nothing has been confirmed. */
static void
follow_draft (HallProjectPage *self)
{
  const char *id = hall_draft_get_certificate_type (self->draft)->id;
  gboolean open = hall_draft_get_order (self->draft)->state == HALL_STATE_DRAFT;

  for (guint i = 0; i < self->types->len; i++)
    if (g_str_equal (hall_option_row_get_id (g_ptr_array_index (self->types, i)), id))
      hall_option_row_set_chosen (g_ptr_array_index (self->types, i));
  gtk_widget_set_sensitive (GTK_WIDGET (self->type_list), open);
  show_needs (self);
}

static void
show_catalog (HallProjectPage *self)
{
  HallCatalog *catalog = self->catalog;
  g_autofree char *review = g_strdup_printf (
      ngettext ("The review takes up to %u working day. The key is sent by courier, freight "
                "collect.",
                "The review takes up to %u working days. The key is sent by courier, freight "
                "collect.",
                catalog->review_workdays),
      catalog->review_workdays);

  gtk_label_set_text (self->project, say (&catalog->label));
  gtk_label_set_text (self->summary, say (&catalog->summary));
  gtk_label_set_text (self->review, review);
  add_types (self);
  hall_agreements_set_catalog (self->agreements, catalog);
  show_needs (self);
  if (self->draft != NULL)
    {
      hall_agreements_set_recorded (self->agreements);
      follow_draft (self);
    }
  gtk_stack_set_visible_child_name (self->stack, "page");
  hall_wizard_page_next_changed (HALL_WIZARD_PAGE (self));
}

static void
on_catalog_loaded_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (HallProjectPage) self = user_data;
  g_autoptr (GError) error = NULL;
  HallCatalog *catalog = hall_session_load_catalog_finish (HALL_SESSION (source), result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED) || self->session == NULL)
    {
      g_clear_pointer (&catalog, hall_catalog_unref);
      return;
    }
  if (catalog == NULL)
    {
      hall_notice_show (self->notice, HALL_WRONG, error->message, _ ("Try again"));
      return;
    }
  self->catalog = catalog;
  show_catalog (self);
}

static void
load_project (HallProjectPage *self, const char *project)
{
  g_cancellable_cancel (self->cancellable);
  g_object_unref (self->cancellable);
  self->cancellable = g_cancellable_new ();
  hall_ui_clear (GTK_CONTAINER (self->type_list));
  hall_agreements_set_catalog (self->agreements, NULL);
  g_ptr_array_set_size (self->types, 0);
  g_clear_pointer (&self->catalog, hall_catalog_unref);
  hall_notice_clear (self->notice);
  gtk_stack_set_visible_child_name (self->stack, "wait");
  hall_session_load_catalog_async (self->session, project, self->cancellable, on_catalog_loaded_cb,
                                   g_object_ref (self));
}

static void
on_project_chosen_cb (HallProjectPage *self, HallOptionRow *row)
{
  load_project (self, hall_option_row_get_id (row));
}

static void
add_projects (HallProjectPage *self, const HallInfo *info)
{
  HallOptionRow *first = NULL;

  for (guint i = 0; i < info->projects->len; i++)
    {
      const HallProjectInfo *project = g_ptr_array_index (info->projects, i);
      HallOptionRow *row = HALL_OPTION_ROW (hall_option_row_new (project->id, first));

      if (first == NULL)
        first = row;
      hall_option_row_set_words (row, say (&project->label), "", NULL);
      gtk_container_add (GTK_CONTAINER (self->project_list), GTK_WIDGET (row));
      g_signal_connect_object (row, "chosen", G_CALLBACK (on_project_chosen_cb), self,
                               G_CONNECT_SWAPPED);
    }
  gtk_widget_set_visible (GTK_WIDGET (self->project_list), info->projects->len > 1);
}

/* The project in view, or the only one, or the first. */
static const char *
get_project (HallProjectPage *self)
{
  const HallInfo *info = hall_session_get_info (self->session);
  g_autoptr (GList) rows = gtk_container_get_children (GTK_CONTAINER (self->project_list));

  for (GList *row = rows; row != NULL; row = row->next)
    if (hall_option_row_is_chosen (row->data))
      return hall_option_row_get_id (row->data);
  return info != NULL && info->projects->len > 0
             ? ((HallProjectInfo *) g_ptr_array_index (info->projects, 0))->id
             : NULL;
}

static void
on_try_again_cb (HallProjectPage *self)
{
  load_project (self, get_project (self));
}

static void
on_agreed_cb (HallProjectPage *self)
{
  hall_notice_clear (self->notice);
}

static void
take_draft (HallProjectPage *self, HallDraft *draft)
{
  self->draft = g_object_ref (draft);
  g_signal_connect_object (draft, "changed", G_CALLBACK (follow_draft), self, G_CONNECT_SWAPPED);
  hall_agreements_set_recorded (self->agreements);
  gtk_widget_set_sensitive (GTK_WIDGET (self->project_list), FALSE);
}

static void
on_created_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  g_autoptr (GError) error = NULL;
  HallProjectPage *self = g_task_get_source_object (task);
  g_autoptr (HallDraft) draft = hall_draft_create_finish (HALL_SESSION (source), result, &error);

  if (self->session == NULL)
    g_task_return_boolean (task, FALSE); /* the window has gone */
  else if (draft == NULL)
    {
      hall_notice_show_error (self->notice, error);
      g_task_return_error (task, g_steal_pointer (&error));
    }
  else
    {
      take_draft (self, draft);
      g_signal_emit_by_name (self, "draft-created", draft);
      g_task_return_boolean (task, TRUE);
    }
}

static void
hall_project_page_next_async (HallWizardPage *page,
                              GCancellable *cancellable,
                              GAsyncReadyCallback callback,
                              gpointer user_data)
{
  HallProjectPage *self = HALL_PROJECT_PAGE (page);
  g_autoptr (GTask) task = g_task_new (self, cancellable, callback, user_data);
  g_auto (GStrv) consents = NULL;

  hall_notice_clear (self->notice);
  if (self->draft != NULL)
    {
      g_task_return_boolean (task, TRUE);
      return;
    }
  if (hall_agreements_show_missing (self->agreements))
    {
      hall_notice_show (self->notice, HALL_WRONG,
                        _ ("Please read each agreement and agree to it first."), NULL);
      g_task_return_boolean (task, FALSE);
      return;
    }
  consents = hall_agreements_collect (self->agreements);
  hall_draft_create_async (self->session, self->catalog->id, get_type (self)->id,
                           (const char *const *) consents, cancellable, on_created_cb,
                           g_steal_pointer (&task));
}

static gboolean
hall_project_page_next_finish (HallWizardPage *page, GAsyncResult *result, GError **error)
{
  return g_task_propagate_boolean (G_TASK (result), error);
}

static const char *
hall_project_page_get_next_label (HallWizardPage *page)
{
  return _ ("_Next");
}

static gboolean
hall_project_page_can_next (HallWizardPage *page)
{
  return HALL_PROJECT_PAGE (page)->catalog != NULL;
}

static void
hall_project_page_enter (HallWizardPage *page)
{
  HallProjectPage *self = HALL_PROJECT_PAGE (page);

  if (self->draft == NULL)
    gtk_widget_child_focus (GTK_WIDGET (self->type_list), GTK_DIR_TAB_FORWARD);
}

static void
hall_project_page_wizard_init (HallWizardPageInterface *iface)
{
  iface->enter = hall_project_page_enter;
  iface->get_next_label = hall_project_page_get_next_label;
  iface->can_next = hall_project_page_can_next;
  iface->next_async = hall_project_page_next_async;
  iface->next_finish = hall_project_page_next_finish;
}

static void
hall_project_page_dispose (GObject *object)
{
  HallProjectPage *self = HALL_PROJECT_PAGE (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->session);
  g_clear_object (&self->draft);
  G_OBJECT_CLASS (hall_project_page_parent_class)->dispose (object);
}

static void
hall_project_page_finalize (GObject *object)
{
  HallProjectPage *self = HALL_PROJECT_PAGE (object);

  g_object_unref (self->cancellable);
  g_ptr_array_unref (self->types);
  g_clear_pointer (&self->catalog, hall_catalog_unref);
  G_OBJECT_CLASS (hall_project_page_parent_class)->finalize (object);
}

static void
hall_project_page_class_init (HallProjectPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = hall_project_page_dispose;
  object_class->finalize = hall_project_page_finalize;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/certhall/ui/hall-project-page.ui");
  gtk_widget_class_bind_template_child (widget_class, HallProjectPage, stack);
  gtk_widget_class_bind_template_child (widget_class, HallProjectPage, scroller);
  gtk_widget_class_bind_template_child (widget_class, HallProjectPage, column);
  gtk_widget_class_bind_template_child (widget_class, HallProjectPage, project);
  gtk_widget_class_bind_template_child (widget_class, HallProjectPage, summary);
  gtk_widget_class_bind_template_child (widget_class, HallProjectPage, project_list);
  gtk_widget_class_bind_template_child (widget_class, HallProjectPage, type_list);
  gtk_widget_class_bind_template_child (widget_class, HallProjectPage, review);
  gtk_widget_class_bind_template_child (widget_class, HallProjectPage, need_list);
  gtk_widget_class_bind_template_child (widget_class, HallProjectPage, agreements_box);
  gtk_widget_class_bind_template_child (widget_class, HallProjectPage, notice_box);
}

static void
hall_project_page_init (HallProjectPage *self)
{
  GtkWidget *agreements;
  GtkWidget *notice;

  gtk_widget_init_template (GTK_WIDGET (self));
  self->cancellable = g_cancellable_new ();
  self->types = g_ptr_array_new ();
  agreements = hall_agreements_new ();
  self->agreements = HALL_AGREEMENTS (agreements);
  gtk_container_add (GTK_CONTAINER (self->agreements_box), agreements);
  notice = hall_notice_new ();
  self->notice = HALL_NOTICE (notice);
  gtk_container_add (GTK_CONTAINER (self->notice_box), notice);
  g_signal_connect_swapped (agreements, "changed", G_CALLBACK (on_agreed_cb), self);
  g_signal_connect_swapped (notice, "answered", G_CALLBACK (on_try_again_cb), self);
  hall_ui_follow_focus (self->scroller, GTK_CONTAINER (self->column));
  hall_ui_tab_through_rows (self->project_list);
  hall_ui_tab_through_rows (self->type_list);
}

GtkWidget *
hall_project_page_new (HallFrame *frame, HallDraft *draft)
{
  HallProjectPage *self = g_object_new (HALL_TYPE_PROJECT_PAGE, NULL);
  const HallInfo *info;

  self->session = g_object_ref (hall_frame_get_session (frame));
  info = hall_session_get_info (self->session);
  if (draft != NULL)
    {
      self->catalog = hall_catalog_ref (hall_draft_get_catalog (draft));
      take_draft (self, draft);
      show_catalog (self);
    }
  else if (info != NULL && info->projects->len > 0)
    {
      add_projects (self, info);
      load_project (self, get_project (self));
    }
  return GTK_WIDGET (self);
}
