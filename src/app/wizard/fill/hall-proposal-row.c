/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hall-proposal-row.h"

#include <glib/gi18n.h>

#include "hall-app-lang.h"
#include "hall-ui.h"

struct _HallProposalRow
{
  GtkListBoxRow parent_instance;

  GtkCheckButton *wanted;
  GtkLabel *label;
  GtkLabel *now;
  GtkLabel *read;
  GtkLabel *sure;

  HallProposal *proposal;
};

G_DEFINE_FINAL_TYPE (HallProposalRow, hall_proposal_row, GTK_TYPE_LIST_BOX_ROW)

enum
{
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
on_wanted_toggled_cb (GtkToggleButton *button, HallProposalRow *self)
{
  self->proposal->wanted = gtk_toggle_button_get_active (button);
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
hall_proposal_row_class_init (HallProposalRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  signals[CHANGED] = g_signal_new ("changed", HALL_TYPE_PROPOSAL_ROW, G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 0);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/certhall/ui/hall-proposal-row.ui");
  gtk_widget_class_bind_template_child (widget_class, HallProposalRow, wanted);
  gtk_widget_class_bind_template_child (widget_class, HallProposalRow, label);
  gtk_widget_class_bind_template_child (widget_class, HallProposalRow, now);
  gtk_widget_class_bind_template_child (widget_class, HallProposalRow, read);
  gtk_widget_class_bind_template_child (widget_class, HallProposalRow, sure);
}

static void
hall_proposal_row_init (HallProposalRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

static void
show_now (HallProposalRow *self, const HallKind *kind)
{
  g_autofree char *now = hall_kind_format (kind, self->proposal->now);
  gboolean empty = *self->proposal->now == '\0';

  gtk_label_set_text (self->now, empty ? _ ("Nothing yet") : now);
  hall_ui_set_class (GTK_WIDGET (self->now), "hall-faint", empty);
}

static void
show_read (HallProposalRow *self, const HallKind *kind)
{
  g_autofree char *read = hall_kind_format (kind, self->proposal->read);
  /* Translators: how sure a machine is of what it read, in percent */
  g_autofree char *sure = g_strdup_printf (_ ("%u%% sure"), self->proposal->per_cent);

  gtk_label_set_text (self->read, read);
  gtk_label_set_text (self->sure, sure);
}

/* Persons and organisations both have a name. Returns: (transfer full) */
static char *
describe_field (const HallField *field)
{
  return g_strdup_printf (_ ("%s, %s"), hall_label_get (&field->section->label, hall_app_lang ()),
                          hall_label_get (&field->label, hall_app_lang ()));
}

/* A screen reader hears what it is about from the tick alone. */
static void
name_tick (HallProposalRow *self, const char *label)
{
  /* Translators: a field, and the value that was read for it */
  g_autofree char *name = g_strdup_printf (_ ("%1$s: %2$s"), label, self->proposal->read);

  hall_ui_set_accessible_name (GTK_WIDGET (self->wanted), name);
}

GtkWidget *
hall_proposal_row_new (HallProposal *proposal, const HallKind *kind)
{
  HallProposalRow *self = g_object_new (HALL_TYPE_PROPOSAL_ROW, NULL);
  g_autofree char *label = describe_field (proposal->field);

  self->proposal = proposal;
  gtk_label_set_text (self->label, label);
  show_now (self, kind);
  show_read (self, kind);
  name_tick (self, label);
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (self->wanted), proposal->wanted);
  g_signal_connect (self->wanted, "toggled", G_CALLBACK (on_wanted_toggled_cb), self);
  return GTK_WIDGET (self);
}
