/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hall-statistics-view.h"

#include <glib/gi18n.h>

#include "hall-app-lang.h"
#include "hall-badge.h"
#include "hall-ui.h"

#define USUAL_RANGE 1 /* of the ranges below */

struct _HallStatisticsView
{
  GtkBox parent_instance;

  GtkLabel *waiting;
  GtkLabel *overdue;
  GtkLabel *half;
  GtkLabel *most;
  GtkComboBoxText *topic;
  GtkComboBoxText *state;
  GtkComboBoxText *days;
  GtkStack *stack;
  GtkBox *chart_box;
  GtkBox *table_box;

  HallChart *chart;           /* in @chart_box */
  HallAdminTable *table;      /* in @table_box */
  HallStatistics *statistics; /* (nullable): before the first came */
};

G_DEFINE_FINAL_TYPE (HallStatisticsView, hall_statistics_view, GTK_TYPE_BOX)

enum
{
  DAYS_CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static const guint ranges[] = { 7, 30, 90, 366 };

static int
get_active (GtkComboBoxText *box)
{
  return MAX (gtk_combo_box_get_active (GTK_COMBO_BOX (box)), 0);
}

static void
show_topic (HallStatisticsView *self)
{
  HallStatisticsTopic topic = (HallStatisticsTopic) get_active (self->topic);
  HallState state = (HallState) get_active (self->state);

  gtk_widget_set_visible (GTK_WIDGET (self->state), topic == HALL_TOPIC_DAYS);
  gtk_widget_set_visible (GTK_WIDGET (self->days), topic != HALL_TOPIC_NOW);
  if (self->statistics == NULL)
    return;
  hall_statistics_topic_draw (topic, self->statistics, state, self->chart);
  hall_statistics_topic_fill (topic, self->statistics, self->table);
}

static void
on_choice_changed_cb (HallStatisticsView *self)
{
  if (self->table != NULL)
    show_topic (self);
}

static void
on_days_changed_cb (HallStatisticsView *self)
{
  g_signal_emit (self, signals[DAYS_CHANGED], 0);
}

static void
hall_statistics_view_finalize (GObject *object)
{
  g_clear_pointer (&HALL_STATISTICS_VIEW (object)->statistics, hall_statistics_free);
  G_OBJECT_CLASS (hall_statistics_view_parent_class)->finalize (object);
}

static void
hall_statistics_view_class_init (HallStatisticsViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = hall_statistics_view_finalize;
  signals[DAYS_CHANGED] = g_signal_new ("days-changed", HALL_TYPE_STATISTICS_VIEW,
                                        G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/certhall/ui/hall-statistics-view.ui");
  gtk_widget_class_bind_template_child (widget_class, HallStatisticsView, waiting);
  gtk_widget_class_bind_template_child (widget_class, HallStatisticsView, overdue);
  gtk_widget_class_bind_template_child (widget_class, HallStatisticsView, half);
  gtk_widget_class_bind_template_child (widget_class, HallStatisticsView, most);
  gtk_widget_class_bind_template_child (widget_class, HallStatisticsView, topic);
  gtk_widget_class_bind_template_child (widget_class, HallStatisticsView, state);
  gtk_widget_class_bind_template_child (widget_class, HallStatisticsView, days);
  gtk_widget_class_bind_template_child (widget_class, HallStatisticsView, stack);
  gtk_widget_class_bind_template_child (widget_class, HallStatisticsView, chart_box);
  gtk_widget_class_bind_template_child (widget_class, HallStatisticsView, table_box);
  gtk_widget_class_bind_template_callback (widget_class, on_choice_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_days_changed_cb);
}

static void
fill_choices (HallStatisticsView *self)
{
  for (guint i = 0; i < HALL_N_TOPICS; i++)
    gtk_combo_box_text_append_text (self->topic, hall_statistics_topic_get_title (i));
  for (guint i = 0; i < HALL_N_STATES; i++)
    gtk_combo_box_text_append_text (self->state, hall_state_get_label (i, hall_app_lang ()));
  for (gsize i = 0; i < G_N_ELEMENTS (ranges); i++)
    {
      /* Translators: %u is a number of days */
      g_autofree char *label = g_strdup_printf (_ ("Last %u days"), ranges[i]);

      gtk_combo_box_text_append_text (self->days, label);
    }
  gtk_combo_box_set_active (GTK_COMBO_BOX (self->topic), HALL_TOPIC_NOW);
  gtk_combo_box_set_active (GTK_COMBO_BOX (self->state), HALL_STATE_UNDER_REVIEW);
  gtk_combo_box_set_active (GTK_COMBO_BOX (self->days), USUAL_RANGE);
}

static void
hall_statistics_view_init (HallStatisticsView *self)
{
  const char *const titles[] = { _ ("State"), NULL };
  GtkWidget *chart = hall_chart_new ();
  GtkWidget *table = hall_admin_table_new (_ ("Statistics"), titles);

  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_box_pack_start (self->chart_box, chart, TRUE, TRUE, 0);
  gtk_container_add (GTK_CONTAINER (self->table_box), table);
  fill_choices (self);
  self->chart = HALL_CHART (chart);
  self->table = HALL_ADMIN_TABLE (table);
  show_topic (self);
}

GtkWidget *
hall_statistics_view_new (void)
{
  return g_object_new (HALL_TYPE_STATISTICS_VIEW, NULL);
}

static void
show_span (GtkLabel *label, gint64 span_s)
{
  g_autofree char *text = hall_statistics_format_span (span_s);

  gtk_label_set_text (label, text);
}

static void
show_number (GtkLabel *label, gint64 number)
{
  g_autofree char *text = g_strdup_printf ("%" G_GINT64_FORMAT, number);

  gtk_label_set_text (label, text);
}

void
hall_statistics_view_show (HallStatisticsView *self, HallStatistics *statistics)
{
  g_return_if_fail (HALL_IS_STATISTICS_VIEW (self));

  g_clear_pointer (&self->statistics, hall_statistics_free);
  self->statistics = statistics;
  show_number (self->waiting, statistics->waiting);
  show_number (self->overdue, statistics->overdue);
  hall_badge_paint (GTK_WIDGET (self->overdue),
                    statistics->overdue > 0 ? hall_badge_for_verdict (HALL_WRONG) : NULL);
  show_span (self->half, statistics->all.p50_s);
  show_span (self->most, statistics->all.p90_s);
  show_topic (self);
}

guint
hall_statistics_view_get_days (HallStatisticsView *self)
{
  return ranges[get_active (self->days)];
}

void
hall_statistics_view_set_topic (HallStatisticsView *self, HallStatisticsTopic topic)
{
  gtk_combo_box_set_active (GTK_COMBO_BOX (self->topic), (int) topic);
}

void
hall_statistics_view_set_table (HallStatisticsView *self, gboolean table)
{
  gtk_stack_set_visible_child_name (self->stack, table ? "table" : "chart");
}

void
hall_statistics_view_write (HallStatisticsView *self, HallCsvWriter *csv)
{
  hall_admin_table_write (self->table, csv);
}
