/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hall-producer-view.h"

#include <glib/gi18n.h>

#include "hall-app-lang.h"
#include "hall-batch-dialog.h"
#include "hall-batch-table.h"
#include "hall-empty.h"
#include "hall-notice.h"
#include "hall-paper-window.h"
#include "hall-problem-text.h"
#include "hall-production.h"
#include "hall-question.h"
#include "hall-ui.h"

#define MAX_LABELS 100 /* in one file; see hall-limits.h */

struct _HallProducerView
{
  GtkBox parent_instance;

  GtkWidget *start_button;
  GtkWidget *copy_button;
  GtkWidget *certificate_enter;
  GtkWidget *certificate_import;
  GtkWidget *parcel_enter;
  GtkWidget *parcel_import;
  GtkWidget *reload_button;
  GtkWidget *label_button;
  GtkPopover *certificate_popover;
  GtkPopover *parcel_popover;
  GtkPopover *label_popover;
  GtkToggleButton *thermal_button;
  GtkSpinButton *skip;
  GtkLabel *count;
  GtkBox *notice_box;
  GtkStack *stack; /* "wait", "empty" or "table" */
  GtkBox *empty_box;
  GtkContainer *table_scroller;
  GtkWidget *problems_scroller;
  GtkLabel *problems;

  HallNotice *notice;    /* in @notice_box */
  HallBatchTable *table; /* in @table_scroller */

  HallSession *session;
  GPtrArray *items;          /* (nullable) (element-type HallBatchItem) */
  GCancellable *cancellable; /* (nullable): while somebody is signed in */
  GtkWidget *dialog;         /* (nullable): weak */
  gboolean running;
};

G_DEFINE_FINAL_TYPE (HallProducerView, hall_producer_view, GTK_TYPE_BOX)

static gboolean
is_to_start (const HallBatchItem *item)
{
  return item->state == HALL_STATE_ACCEPTED && !item->needs_colleague;
}

static gboolean
is_in_production (const HallBatchItem *item)
{
  return item->state == HALL_STATE_IN_PRODUCTION;
}

static gboolean
takes_certificate (const HallBatchItem *item)
{
  return is_in_production (item) && !item->needs_colleague;
}

static guint
count_that (GPtrArray *items, gboolean (*holds) (const HallBatchItem *item))
{
  guint n = 0;

  for (guint i = 0; i < items->len; i++)
    n += holds (g_ptr_array_index (items, i)) ? 1 : 0;
  return n;
}

static void
on_chosen_changed_cb (HallProducerView *self)
{
  g_autoptr (GPtrArray) chosen = hall_batch_table_get_chosen (self->table);
  guint total = self->items != NULL ? self->items->len : 0;
  /* Translators: so many of so many orders are chosen */
  g_autofree char *text = g_strdup_printf (_ ("%1$u of %2$u chosen"), chosen->len, total);

  gtk_label_set_text (self->count, text);
  gtk_widget_set_sensitive (self->start_button,
                            !self->running && count_that (chosen, is_to_start) > 0);
  gtk_widget_set_sensitive (self->copy_button, chosen->len > 0);
  gtk_widget_set_sensitive (self->label_button, chosen->len > 0 && chosen->len <= MAX_LABELS);
  gtk_widget_set_sensitive (self->certificate_enter,
                            chosen->len == 1 && count_that (chosen, takes_certificate) == 1);
  gtk_widget_set_sensitive (self->parcel_enter,
                            chosen->len == 1 && count_that (chosen, is_in_production) == 1);
}

/* What is to be started stands first, what is on its way last. */
static int
compare_items (gconstpointer a, gconstpointer b)
{
  const HallBatchItem *one = *(const HallBatchItem *const *) a;
  const HallBatchItem *other = *(const HallBatchItem *const *) b;

  return one->state != other->state ? (int) one->state - (int) other->state
                                    : g_strcmp0 (one->order, other->order);
}

static void
on_loaded_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (HallProducerView) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) items = hall_production_load_finish (HALL_SESSION (source), result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  if (items == NULL)
    {
      hall_notice_show_error (self->notice, error);
      return;
    }
  g_clear_pointer (&self->items, g_ptr_array_unref);
  self->items = g_ptr_array_ref (items);
  g_ptr_array_sort (items, compare_items);
  hall_batch_table_set_items (self->table, items);
  gtk_stack_set_visible_child_name (self->stack, items->len > 0 ? "table" : "empty");
}

static void
load (HallProducerView *self)
{
  if (self->cancellable != NULL)
    hall_production_load_async (self->session, self->cancellable, on_loaded_cb,
                                g_object_ref (self));
}

static void
on_reload_clicked_cb (GtkButton *button, HallProducerView *self)
{
  load (self);
}

static void
show_problems (HallProducerView *self, GPtrArray *problems)
{
  g_autofree char *text = hall_problem_text (problems);

  gtk_label_set_text (self->problems, text);
  gtk_widget_set_visible (self->problems_scroller, problems->len > 0);
}

static void
on_started_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (HallProducerView) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (HallBatchResult) done = hall_batch_run_finish (HALL_SESSION (source), result, &error);
  g_autofree char *text = NULL;

  if (done == NULL)
    return; /* only when it was cancelled */
  self->running = FALSE;
  text = g_strdup_printf (_ ("Production of %1$u orders has begun; %2$u were refused."), done->done,
                          done->problems->len);
  hall_notice_show (self->notice, done->problems->len == 0 ? HALL_GOOD : HALL_DOUBTFUL, text, NULL);
  show_problems (self, done->problems);
  load (self);
}

static void
start_chosen (HallProducerView *self)
{
  static const char *const nothing[HALL_BATCH_VALUES] = { "", "", "" };
  g_autoptr (GPtrArray) chosen = hall_batch_table_get_chosen (self->table);
  g_autoptr (GPtrArray) lines =
      g_ptr_array_new_with_free_func ((GDestroyNotify) hall_batch_line_free);
  const HallBatchWish wish = { HALL_BATCH_START, self->items, lines, NULL, NULL };

  for (guint i = 0; i < chosen->len; i++)
    {
      const HallBatchItem *item = g_ptr_array_index (chosen, i);

      if (is_to_start (item))
        g_ptr_array_add (lines, hall_batch_line_new (HALL_BATCH_SHIPMENTS, item->order, nothing));
    }
  self->running = TRUE;
  hall_notice_clear (self->notice);
  on_chosen_changed_cb (self);
  hall_batch_run_async (self->session, &wish, self->cancellable, on_started_cb,
                        g_object_ref (self));
}

static void
on_start_answered_cb (GtkDialog *dialog, int response, HallProducerView *self)
{
  if (response == GTK_RESPONSE_ACCEPT)
    start_chosen (self);
}

static void
on_start_clicked_cb (GtkButton *button, HallProducerView *self)
{
  g_autoptr (GPtrArray) chosen = hall_batch_table_get_chosen (self->table);
  g_autofree char *text =
      g_strdup_printf (_ ("Start the production of %u orders?"), count_that (chosen, is_to_start));
  const HallQuestion question = {
    .text = text,
    .detail = _ ("Their data can no longer be changed from now on, and nothing is refunded."),
    .yes = _ ("_Start production"),
    .no = _ ("_Not yet"),
  };

  g_signal_connect_object (hall_question_ask (GTK_WIDGET (self), &question), "response",
                           G_CALLBACK (on_start_answered_cb), self, 0);
}

static void
on_copy_clicked_cb (GtkButton *button, HallProducerView *self)
{
  g_autoptr (GPtrArray) chosen = hall_batch_table_get_chosen (self->table);
  g_autofree char *text = hall_production_write (chosen, hall_app_lang ());
  g_autofree char *said = g_strdup_printf (_ ("%u orders are on the clipboard."), chosen->len);

  gtk_clipboard_set_text (gtk_widget_get_clipboard (GTK_WIDGET (self), GDK_SELECTION_CLIPBOARD),
                          text, -1);
  hall_notice_show (self->notice, HALL_GOOD, said, NULL);
}

static void
on_dialog_done_cb (HallProducerView *self)
{
  load (self);
}

static void
open_dialog (HallProducerView *self, HallBatchKind kind, gboolean one)
{
  g_autoptr (GPtrArray) chosen = hall_batch_table_get_chosen (self->table);
  const HallBatchItem *first = chosen->len > 0 ? g_ptr_array_index (chosen, 0) : NULL;

  gtk_popover_popdown (self->certificate_popover);
  gtk_popover_popdown (self->parcel_popover);
  if (self->items == NULL || self->dialog != NULL || (one && first == NULL))
    return;
  self->dialog =
      hall_batch_dialog_new (self->session, kind, self->items, one ? first->order : NULL);
  g_object_add_weak_pointer (G_OBJECT (self->dialog), (gpointer *) &self->dialog);
  gtk_window_set_transient_for (GTK_WINDOW (self->dialog),
                                GTK_WINDOW (gtk_widget_get_toplevel (GTK_WIDGET (self))));
  g_signal_connect_object (self->dialog, "done", G_CALLBACK (on_dialog_done_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (self->dialog));
}

static void
on_certificate_enter_cb (GtkButton *button, HallProducerView *self)
{
  open_dialog (self, HALL_BATCH_CERTIFICATES, TRUE);
}

static void
on_certificate_import_cb (GtkButton *button, HallProducerView *self)
{
  open_dialog (self, HALL_BATCH_CERTIFICATES, FALSE);
}

static void
on_parcel_enter_cb (GtkButton *button, HallProducerView *self)
{
  open_dialog (self, HALL_BATCH_SHIPMENTS, TRUE);
}

static void
on_parcel_import_cb (GtkButton *button, HallProducerView *self)
{
  open_dialog (self, HALL_BATCH_SHIPMENTS, FALSE);
}

static char *
join_numbers (GPtrArray *items)
{
  GString *out = g_string_new (NULL);

  for (guint i = 0; i < items->len; i++)
    g_string_append_printf (out, "%s%s", i > 0 ? "," : "",
                            ((HallBatchItem *) g_ptr_array_index (items, i))->order);
  return g_string_free (out, FALSE);
}

static void
on_labels_clicked_cb (GtkButton *button, HallProducerView *self)
{
  g_autoptr (GPtrArray) chosen = hall_batch_table_get_chosen (self->table);
  g_autofree char *numbers = join_numbers (chosen);
  gboolean thermal = gtk_toggle_button_get_active (self->thermal_button);
  const HallPaperWish wish = {
    .paper = HALL_PAPER_LABELS,
    .number = numbers,
    .slot = thermal ? "thermal" : "a4",
    .skip = thermal ? 0 : (guint) gtk_spin_button_get_value_as_int (self->skip),
    .title = _ ("Address labels"),
    .file_name = _ ("labels.pdf"),
  };
  GtkWidget *window = gtk_widget_get_toplevel (GTK_WIDGET (self));

  gtk_popover_popdown (self->label_popover);
  gtk_window_present (
      GTK_WINDOW (hall_paper_window_new (GTK_WINDOW (window), self->session, &wish)));
}

static void
press (GtkWidget *button)
{
  if (gtk_widget_is_sensitive (button))
    gtk_button_clicked (GTK_BUTTON (button));
}

const HallViewKey hall_producer_view_keys[] = {
  { "s", N_ ("Start production") },
  { "c", N_ ("Copy") },
  { "e", N_ ("Enter the certificate") },
  { "<Shift>e", N_ ("Import a table of certificates") },
  { "p", N_ ("Enter the courier number") },
  { "<Shift>p", N_ ("Import a table of courier numbers") },
  { "l", N_ ("Labels") },
  { "<Primary>a", N_ ("Choose all orders") },
  { "r", N_ ("Load the list again") },
  { "slash", N_ ("Search the table") },
  { NULL, NULL },
};

gboolean
hall_producer_view_take_key (GtkWidget *view, const GdkEventKey *event)
{
  HallProducerView *self = HALL_PRODUCER_VIEW (view);
  const struct
  {
    guint keyval;
    GtkWidget *button;
  } rows[] = {
    { GDK_KEY_s, self->start_button },      { GDK_KEY_c, self->copy_button },
    { GDK_KEY_e, self->certificate_enter }, { GDK_KEY_p, self->parcel_enter },
    { GDK_KEY_l, self->label_button },      { GDK_KEY_E, self->certificate_import },
    { GDK_KEY_P, self->parcel_import },     { GDK_KEY_r, self->reload_button },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    if (event->keyval == rows[i].keyval)
      {
        press (rows[i].button);
        return TRUE;
      }
  return FALSE;
}

void
hall_producer_view_find (GtkWidget *view)
{
  HallProducerView *self = HALL_PRODUCER_VIEW (view);
  gboolean begun = FALSE;

  gtk_widget_grab_focus (GTK_WIDGET (self->table));
  g_signal_emit_by_name (self->table, "start-interactive-search", &begun);
}

static void
stop (HallProducerView *self)
{
  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  if (self->dialog != NULL)
    gtk_widget_destroy (self->dialog);
  self->running = FALSE;
}

static void
hall_producer_view_dispose (GObject *object)
{
  HallProducerView *self = HALL_PRODUCER_VIEW (object);

  stop (self);
  g_clear_weak_pointer (&self->dialog);
  g_clear_pointer (&self->items, g_ptr_array_unref);
  g_clear_object (&self->session);
  G_OBJECT_CLASS (hall_producer_view_parent_class)->dispose (object);
}

static void
bind_children (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_child (widget_class, HallProducerView, start_button);
  gtk_widget_class_bind_template_child (widget_class, HallProducerView, copy_button);
  gtk_widget_class_bind_template_child (widget_class, HallProducerView, certificate_enter);
  gtk_widget_class_bind_template_child (widget_class, HallProducerView, certificate_import);
  gtk_widget_class_bind_template_child (widget_class, HallProducerView, parcel_enter);
  gtk_widget_class_bind_template_child (widget_class, HallProducerView, parcel_import);
  gtk_widget_class_bind_template_child (widget_class, HallProducerView, reload_button);
  gtk_widget_class_bind_template_child (widget_class, HallProducerView, label_button);
  gtk_widget_class_bind_template_child (widget_class, HallProducerView, certificate_popover);
  gtk_widget_class_bind_template_child (widget_class, HallProducerView, parcel_popover);
  gtk_widget_class_bind_template_child (widget_class, HallProducerView, label_popover);
  gtk_widget_class_bind_template_child (widget_class, HallProducerView, thermal_button);
  gtk_widget_class_bind_template_child (widget_class, HallProducerView, skip);
  gtk_widget_class_bind_template_child (widget_class, HallProducerView, count);
  gtk_widget_class_bind_template_child (widget_class, HallProducerView, notice_box);
  gtk_widget_class_bind_template_child (widget_class, HallProducerView, stack);
  gtk_widget_class_bind_template_child (widget_class, HallProducerView, empty_box);
  gtk_widget_class_bind_template_child (widget_class, HallProducerView, table_scroller);
  gtk_widget_class_bind_template_child (widget_class, HallProducerView, problems_scroller);
  gtk_widget_class_bind_template_child (widget_class, HallProducerView, problems);
}

static void
hall_producer_view_class_init (HallProducerViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = hall_producer_view_dispose;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/certhall/ui/hall-producer-view.ui");
  bind_children (widget_class);
  gtk_widget_class_bind_template_callback (widget_class, on_start_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_copy_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_reload_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_certificate_enter_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_certificate_import_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_parcel_enter_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_parcel_import_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_labels_clicked_cb);
}

static void
hall_producer_view_init (HallProducerView *self)
{
  GtkWidget *empty;

  gtk_widget_init_template (GTK_WIDGET (self));
  empty = hall_empty_new ("object-select-symbolic", _ ("Nothing to produce"),
                          _ ("Accepted orders stand here until their parcels have arrived."), NULL);
  self->notice = HALL_NOTICE (hall_notice_new ());
  self->table = HALL_BATCH_TABLE (hall_batch_table_new ());
  gtk_box_pack_start (self->empty_box, empty, TRUE, TRUE, 0);
  gtk_container_add (GTK_CONTAINER (self->notice_box), GTK_WIDGET (self->notice));
  gtk_container_add (self->table_scroller, GTK_WIDGET (self->table));
  g_signal_connect_swapped (self->table, "chosen-changed", G_CALLBACK (on_chosen_changed_cb), self);
  on_chosen_changed_cb (self);
}

GtkWidget *
hall_producer_view_new_for_session (HallSession *session)
{
  HallProducerView *self = g_object_new (HALL_TYPE_PRODUCER_VIEW, NULL);

  self->session = g_object_ref (session);
  return GTK_WIDGET (self);
}

GtkWidget *
hall_producer_view_new (HallFrame *frame)
{
  return hall_producer_view_new_for_session (hall_frame_get_session (frame));
}

void
hall_producer_view_enter (GtkWidget *view)
{
  HallProducerView *self = HALL_PRODUCER_VIEW (view);

  stop (self);
  self->cancellable = g_cancellable_new ();
  load (self);
}

void
hall_producer_view_leave (GtkWidget *view)
{
  HallProducerView *self = HALL_PRODUCER_VIEW (view);
  g_autoptr (GPtrArray) nothing = g_ptr_array_new ();

  stop (self);
  hall_notice_clear (self->notice);
  show_problems (self, nothing);
  g_clear_pointer (&self->items, g_ptr_array_unref);
  hall_batch_table_set_items (self->table, nothing);
  gtk_stack_set_visible_child_name (self->stack, "wait");
}
