/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hall-bank-form.h"

#include <glib/gi18n.h>

#include "hall-app-lang.h"
#include "hall-ui.h"

struct _HallBankForm
{
  GtkGrid parent_instance;

  GtkComboBoxText *bank; /* with an entry */
  GtkComboBoxText *encoding;
  GtkSpinButton *header;
  GtkComboBoxText *decimal;
  GtkComboBoxText *thousands;
  GtkComboBoxText *columns[HALL_N_BANK_COLUMNS];

  GPtrArray *known; /* (element-type HallBankFormat) */
  char separator;
  gboolean setting; /* no "changed" now */
};

G_DEFINE_FINAL_TYPE (HallBankForm, hall_bank_form, GTK_TYPE_GRID)

enum
{
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static const struct
{
  const char *id;
  const char *label;
} encodings[] = {
  { "auto", N_ ("Find out") },
  { "utf-8", "UTF-8" },
  { "gb18030", "GB18030 / GBK" },
};

static const struct
{
  char sign;
  const char *label;
} signs[] = {
  { '.', N_ ("Point (.)") },       { ',', N_ ("Comma (,)") }, { ' ', N_ ("Blank") },
  { '\'', N_ ("Apostrophe (')") }, { '\0', N_ ("None") },
};

static void
on_changed_cb (HallBankForm *self)
{
  if (!self->setting)
    g_signal_emit (self, signals[CHANGED], 0);
}

/* A bank that is known brings its format along. */
static void
on_bank_changed_cb (HallBankForm *self)
{
  g_autofree char *name = gtk_combo_box_text_get_active_text (self->bank);

  for (guint i = 0; !self->setting && i < self->known->len; i++)
    {
      const HallBankFormat *format = g_ptr_array_index (self->known, i);

      if (g_strcmp0 (format->bank, name) == 0)
        hall_bank_form_set_format (self, format);
    }
  on_changed_cb (self);
}

static void
hall_bank_form_finalize (GObject *object)
{
  g_ptr_array_unref (HALL_BANK_FORM (object)->known);
  G_OBJECT_CLASS (hall_bank_form_parent_class)->finalize (object);
}

static void
hall_bank_form_class_init (HallBankFormClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = hall_bank_form_finalize;
  signals[CHANGED] = g_signal_new ("changed", HALL_TYPE_BANK_FORM, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                   NULL, G_TYPE_NONE, 0);
}

/* Two to a line: label and widget. */
static void
add_field (HallBankForm *self, guint place, const char *label, GtkWidget *widget)
{
  GtkWidget *caption = gtk_label_new (label);

  gtk_label_set_xalign (GTK_LABEL (caption), 0);
  gtk_label_set_mnemonic_widget (GTK_LABEL (caption), widget);
  hall_ui_set_accessible_name (widget, label);
  hall_ui_set_class (caption, "hall-dim", TRUE);
  gtk_widget_set_hexpand (widget, TRUE);
  gtk_widget_show (caption);
  gtk_widget_show (widget);
  gtk_grid_attach (GTK_GRID (self), caption, (int) (place % 2 * 2), (int) (place / 2), 1, 1);
  gtk_grid_attach (GTK_GRID (self), widget, (int) (place % 2 * 2 + 1), (int) (place / 2), 1, 1);
}

static GtkComboBoxText *
new_combo (HallBankForm *self)
{
  GtkWidget *combo = gtk_combo_box_text_new ();

  hall_ui_ignore_wheel (combo);
  g_signal_connect_swapped (combo, "changed", G_CALLBACK (on_changed_cb), self);
  return GTK_COMBO_BOX_TEXT (combo);
}

static GtkComboBoxText *
new_sign_combo (HallBankForm *self, gboolean decimal)
{
  GtkComboBoxText *combo = new_combo (self);

  for (gsize i = 0; i < G_N_ELEMENTS (signs); i++)
    {
      const char id[2] = { signs[i].sign != '\0' ? signs[i].sign : '0', '\0' };

      if (!decimal || i < 2)
        gtk_combo_box_text_append (combo, id, _ (signs[i].label));
    }
  return combo;
}

static void
hall_bank_form_init (HallBankForm *self)
{
  guint place = 0;

  self->known = g_ptr_array_new ();
  gtk_grid_set_row_spacing (GTK_GRID (self), 6);
  gtk_grid_set_column_spacing (GTK_GRID (self), 12);
  self->bank = GTK_COMBO_BOX_TEXT (gtk_combo_box_text_new_with_entry ());
  g_signal_connect_swapped (self->bank, "changed", G_CALLBACK (on_bank_changed_cb), self);
  self->encoding = new_combo (self);
  for (gsize i = 0; i < G_N_ELEMENTS (encodings); i++)
    gtk_combo_box_text_append (self->encoding, encodings[i].id, _ (encodings[i].label));
  self->header = GTK_SPIN_BUTTON (gtk_spin_button_new_with_range (0, HALL_BANK_MAX_HEADER, 1));
  g_signal_connect_swapped (self->header, "value-changed", G_CALLBACK (on_changed_cb), self);
  self->decimal = new_sign_combo (self, TRUE);
  self->thousands = new_sign_combo (self, FALSE);
  add_field (self, place++, _ ("Bank of the statement"), GTK_WIDGET (self->bank));
  add_field (self, place++, _ ("Encoding"), GTK_WIDGET (self->encoding));
  add_field (self, place++, _ ("Decimal sign"), GTK_WIDGET (self->decimal));
  add_field (self, place++, _ ("Thousands sign"), GTK_WIDGET (self->thousands));
  for (guint i = 0; i < HALL_N_BANK_COLUMNS; i++)
    {
      self->columns[i] = new_combo (self);
      add_field (self, place++, hall_bank_column_get_label (i, hall_app_lang ()),
                 GTK_WIDGET (self->columns[i]));
    }
  add_field (self, place++, _ ("Lines before the first transfer"), GTK_WIDGET (self->header));
}

GtkWidget *
hall_bank_form_new (void)
{
  return g_object_new (HALL_TYPE_BANK_FORM, "visible", TRUE, NULL);
}

void
hall_bank_form_set_known (HallBankForm *self, GPtrArray *formats)
{
  g_return_if_fail (HALL_IS_BANK_FORM (self));

  g_ptr_array_unref (self->known);
  self->known = g_ptr_array_ref (formats);
  self->setting = TRUE;
  gtk_combo_box_text_remove_all (self->bank);
  for (guint i = 0; i < formats->len; i++)
    {
      const HallBankFormat *format = g_ptr_array_index (formats, i);

      gtk_combo_box_text_append_text (self->bank, format->bank);
    }
  self->setting = FALSE;
}

void
hall_bank_form_set_columns (HallBankForm *self, guint n_columns, const HallTableRow *header)
{
  g_return_if_fail (HALL_IS_BANK_FORM (self));

  self->setting = TRUE;
  for (guint i = 0; i < HALL_N_BANK_COLUMNS; i++)
    {
      g_autofree char *chosen =
          g_strdup (gtk_combo_box_get_active_id (GTK_COMBO_BOX (self->columns[i])));

      gtk_combo_box_text_remove_all (self->columns[i]);
      gtk_combo_box_text_append (self->columns[i], "0", "—");
      for (guint column = 1; column <= MIN (n_columns, HALL_BANK_MAX_COLUMN); column++)
        {
          g_autofree char *id = g_strdup_printf ("%u", column);
          g_autofree char *label =
              g_strdup_printf ("%u  %s", column,
                               header != NULL ? hall_table_row_get (header, column) : "");

          gtk_combo_box_text_append (self->columns[i], id, label);
        }
      if (chosen == NULL || !gtk_combo_box_set_active_id (GTK_COMBO_BOX (self->columns[i]), chosen))
        gtk_combo_box_set_active_id (GTK_COMBO_BOX (self->columns[i]), "0");
    }
  self->setting = FALSE;
}

static void
set_sign (GtkComboBoxText *combo, char sign)
{
  const char id[2] = { sign != '\0' ? sign : '0', '\0' };

  gtk_combo_box_set_active_id (GTK_COMBO_BOX (combo), id);
}

static char
get_sign (GtkComboBoxText *combo)
{
  const char *id = gtk_combo_box_get_active_id (GTK_COMBO_BOX (combo));

  return id != NULL && *id != '0' ? *id : '\0';
}

void
hall_bank_form_set_format (HallBankForm *self, const HallBankFormat *format)
{
  gboolean before = self->setting;

  g_return_if_fail (HALL_IS_BANK_FORM (self));

  self->setting = TRUE;
  gtk_entry_set_text (GTK_ENTRY (gtk_bin_get_child (GTK_BIN (self->bank))), format->bank);
  gtk_combo_box_set_active_id (GTK_COMBO_BOX (self->encoding),
                               hall_encoding_get_name (format->encoding));
  gtk_spin_button_set_value (self->header, format->header_lines);
  set_sign (self->decimal, format->decimal);
  set_sign (self->thousands, format->thousands);
  self->separator = format->separator;
  for (guint i = 0; i < HALL_N_BANK_COLUMNS; i++)
    {
      g_autofree char *id = g_strdup_printf ("%u", format->columns[i]);

      if (!gtk_combo_box_set_active_id (GTK_COMBO_BOX (self->columns[i]), id))
        gtk_combo_box_set_active_id (GTK_COMBO_BOX (self->columns[i]), "0");
    }
  self->setting = before;
}

HallBankFormat *
hall_bank_form_get_format (HallBankForm *self)
{
  g_autofree char *bank = gtk_combo_box_text_get_active_text (self->bank);
  HallBankFormat *format = hall_bank_format_new (bank != NULL ? bank : "");
  const char *encoding = gtk_combo_box_get_active_id (GTK_COMBO_BOX (self->encoding));

  g_strstrip (format->bank);
  format->encoding = encoding != NULL ? hall_encoding_from_name (encoding) : HALL_ENCODING_AUTO;
  format->separator = self->separator;
  format->header_lines = (guint) gtk_spin_button_get_value_as_int (self->header);
  format->decimal = get_sign (self->decimal);
  format->thousands = get_sign (self->thousands);
  for (guint i = 0; i < HALL_N_BANK_COLUMNS; i++)
    {
      const char *id = gtk_combo_box_get_active_id (GTK_COMBO_BOX (self->columns[i]));

      format->columns[i] = id != NULL ? (guint) g_ascii_strtoull (id, NULL, 10) : 0;
    }
  return format;
}
