/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What was filled in, to be read.
 */
#include "hall-order-data.h"

#include <glib/gi18n.h>
#include <handy.h>

#include "hall-app-lang.h"
#include "hall-fact-row.h"
#include "hall-ui.h"

struct _HallOrderData
{
  GtkBox parent_instance;

  GtkCheckButton *reveal;
  GtkListBox *list;

  HallApplication *application; /* (nullable): until it is shown */
  HallCatalog *catalog;         /* (nullable) */
  GPtrArray *sections;          /* (element-type HdyExpanderRow), in @list */
};

G_DEFINE_FINAL_TYPE (HallOrderData, hall_order_data, GTK_TYPE_BOX)

/* Returns: (transfer full) */
static char *
format_value (HallOrderData *self, const HallField *field, const char *value)
{
  const HallKind *kind = hall_application_get_kind (self->application, field);
  const HallChoice *choice = hall_field_find_choice (field, value);

  if (choice != NULL)
    return g_strdup (hall_label_get (&choice->label, hall_app_lang ()));
  if (kind->mask != NULL && !gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (self->reveal)))
    return kind->mask (value);
  return hall_kind_format (kind, value);
}

static void
add_fields (HallOrderData *self, HdyExpanderRow *row, const HallSection *section)
{
  for (guint i = 0; i < section->fields->len; i++)
    {
      const HallField *field = g_ptr_array_index (section->fields, i);
      const char *value = hall_application_get (self->application, field->id);
      g_autofree char *text = NULL;

      if (*value == '\0')
        continue;
      text = format_value (self, field, value);
      gtk_container_add (GTK_CONTAINER (row),
                         hall_fact_row_new (hall_label_get (&field->label, hall_app_lang ()),
                                            text));
    }
}

static gboolean
has_values (HallOrderData *self, const HallSection *section)
{
  for (guint i = 0; i < section->fields->len; i++)
    {
      const HallField *field = g_ptr_array_index (section->fields, i);

      if (*hall_application_get (self->application, field->id) != '\0')
        return TRUE;
    }
  return FALSE;
}

static void
add_section (HallOrderData *self, const HallSection *section, gboolean unfolded)
{
  const char *title = hall_label_get (&section->label, hall_app_lang ());
  GtkWidget *row = hdy_expander_row_new ();

  hdy_preferences_row_set_title (HDY_PREFERENCES_ROW (row), title);
  hall_ui_set_accessible_name (row, title);
  gtk_widget_set_name (row, section->id);
  gtk_widget_set_visible (row, TRUE);
  add_fields (self, HDY_EXPANDER_ROW (row), section);
  hdy_expander_row_set_expanded (HDY_EXPANDER_ROW (row), unfolded);
  gtk_container_add (GTK_CONTAINER (self->list), row);
  g_ptr_array_add (self->sections, row);
}

/* (transfer full) (element-type utf8): ids of the sections that are unfolded */
static GHashTable *
get_unfolded (HallOrderData *self)
{
  GHashTable *ids = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < self->sections->len; i++)
    {
      GtkWidget *row = g_ptr_array_index (self->sections, i);

      if (hdy_expander_row_get_expanded (HDY_EXPANDER_ROW (row)))
        g_hash_table_add (ids, g_strdup (gtk_widget_get_name (row)));
    }
  return ids;
}

static void
rebuild (HallOrderData *self)
{
  g_autoptr (GHashTable) unfolded = get_unfolded (self);
  const HallCertificateType *type =
      hall_catalog_find_type (self->catalog, self->application->certificate_type);

  g_ptr_array_set_size (self->sections, 0);
  hall_ui_clear (GTK_CONTAINER (self->list));
  for (guint i = 0; i < self->catalog->sections->len; i++)
    {
      const HallSection *section = g_ptr_array_index (self->catalog->sections, i);

      if ((type == NULL || hall_section_is_in_type (section, type)) && has_values (self, section))
        add_section (self, section, g_hash_table_contains (unfolded, section->id));
    }
  gtk_widget_set_visible (GTK_WIDGET (self), self->sections->len > 0);
}

static void
on_reveal_toggled_cb (GtkToggleButton *button, HallOrderData *self)
{
  if (self->application != NULL)
    rebuild (self);
}

static void
hall_order_data_finalize (GObject *object)
{
  HallOrderData *self = HALL_ORDER_DATA (object);

  g_ptr_array_unref (self->sections);
  g_clear_pointer (&self->application, hall_application_free);
  g_clear_pointer (&self->catalog, hall_catalog_unref);
  G_OBJECT_CLASS (hall_order_data_parent_class)->finalize (object);
}

static void
hall_order_data_class_init (HallOrderDataClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = hall_order_data_finalize;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/certhall/ui/hall-order-data.ui");
  gtk_widget_class_bind_template_child (widget_class, HallOrderData, reveal);
  gtk_widget_class_bind_template_child (widget_class, HallOrderData, list);
  gtk_widget_class_bind_template_callback (widget_class, on_reveal_toggled_cb);
}

static void
hall_order_data_init (HallOrderData *self)
{
  self->sections = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
hall_order_data_new (void)
{
  return g_object_new (HALL_TYPE_ORDER_DATA, NULL);
}

void
hall_order_data_show (HallOrderData *self, const HallApplication *application, HallCatalog *catalog)
{
  g_return_if_fail (HALL_IS_ORDER_DATA (self));

  if (self->application != NULL && self->catalog == catalog
      && hall_application_equal (self->application, application))
    return;
  g_clear_pointer (&self->application, hall_application_free);
  g_clear_pointer (&self->catalog, hall_catalog_unref);
  self->application = hall_application_copy (application);
  self->catalog = hall_catalog_ref (catalog);
  rebuild (self);
}

void
hall_order_data_unfold (HallOrderData *self)
{
  g_return_if_fail (HALL_IS_ORDER_DATA (self));

  for (guint i = 0; i < self->sections->len; i++)
    hdy_expander_row_set_expanded (g_ptr_array_index (self->sections, i), TRUE);
}
