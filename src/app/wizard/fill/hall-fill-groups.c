/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The fields of a draft. Which there are is in the catalogue; what is right, the draft says.
 */
#include "hall-fill-groups.h"

#include <glib/gi18n.h>

#include "hall-app-lang.h"
#include "hall-field-group.h"
#include "hall-licence-button.h"
#include "hall-proposal.h"

/* The documents that can be read, and what two fields they fill in. */
static const struct
{
  HallDocumentKind kind;
  HallFieldRole name, number;
} documents[] = {
  { HALL_DOCUMENT_BUSINESS_LICENCE, HALL_FIELD_ROLE_ORGANISATION_NAME,
    HALL_FIELD_ROLE_ORGANISATION_CODE },
  { HALL_DOCUMENT_SUBJECT_ID, HALL_FIELD_ROLE_SUBJECT_NAME, HALL_FIELD_ROLE_SUBJECT_ID },
};

struct _HallFillGroups
{
  GtkBox parent_instance;

  HallDraft *draft;
  GPtrArray *groups;    /* (element-type HallFieldGroup), in this */
  HallFieldRow *typing; /* (nullable): the row that is being typed in */
  GtkWidget *licence_buttons[G_N_ELEMENTS (documents)]; /* (nullable): in the group they fill */
};

G_DEFINE_FINAL_TYPE (HallFillGroups, hall_fill_groups, GTK_TYPE_BOX)

enum
{
  EDITED,
  ENTERED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static const char *
get_id (HallFieldRow *row)
{
  return hall_field_row_get_field (row)->id;
}

static gboolean
is_in_type (HallFillGroups *self, HallFieldGroup *group)
{
  return hall_section_is_in_type (hall_field_group_get_section (group),
                                  hall_draft_get_certificate_type (self->draft));
}

/* (nullable): why a field cannot be changed now, in a word: it stands in many rows */
static const char *
get_lock (HallFillGroups *self, const char *id)
{
  if (hall_draft_is_editable (self->draft, id))
    return NULL;
  switch (hall_draft_get_order (self->draft)->state)
    {
    case HALL_STATE_AWAITING_DOCUMENTS:
    case HALL_STATE_AWAITING_HANDLER_AUTH:
    case HALL_STATE_AWAITING_PAYMENT:
      return _ ("Confirmed");
    case HALL_STATE_REJECTED:
      return _ ("Not returned");
    default:
      return _ ("Settled");
    }
}

/* Only where it is different: unlocking forgets what was found. */
static void
show_lock (HallFillGroups *self, HallFieldRow *row)
{
  const char *lock = get_lock (self, get_id (row));

  if (lock != NULL || hall_field_row_is_locked (row))
    hall_field_row_set_locked (row, lock);
}

static void
show_return (HallFillGroups *self, HallFieldRow *row)
{
  const HallReturn *returned = hall_draft_get_return (self->draft, get_id (row));
  g_autofree char *reason =
      returned != NULL ? hall_return_format (returned, hall_app_lang ()) : NULL;

  hall_field_row_set_return (row, reason);
}

/* How it is typed and whether it must be, given the choice it depends on. */
static void
show_kind (HallFillGroups *self, HallFieldRow *row)
{
  const HallApplication *application = hall_draft_get_application (self->draft);
  const HallField *field = hall_field_row_get_field (row);

  hall_field_row_set_kind (row, hall_application_get_kind (application, field));
  hall_field_row_set_required (row, hall_application_is_required (application, field));
}

static void
show_row (HallFillGroups *self, HallFieldGroup *group, HallFieldRow *row)
{
  const char *id = get_id (row);
  const HallFinding *finding;

  show_kind (self, row);
  show_lock (self, row);
  if (row != self->typing)
    hall_field_row_set_value (row, hall_draft_get_value (self->draft, id));
  if (hall_field_row_is_locked (row))
    return;
  finding = hall_draft_get_finding (self->draft, id);
  if (finding == NULL && hall_draft_get_return (self->draft, id) != NULL)
    hall_field_row_forget_finding (row); /* it may look right, but the reviewer knows better */
  else
    hall_field_group_show_finding (group, id, finding);
}

static void
show_copies (HallFillGroups *self)
{
  for (guint i = 0; i < self->groups->len; i++)
    {
      HallFieldGroup *group = g_ptr_array_index (self->groups, i);
      GPtrArray *copies = hall_field_group_get_section (group)->copies;

      for (guint j = 0; j < copies->len; j++)
        hall_field_group_set_copy_active (group, g_ptr_array_index (copies, j),
                                          hall_draft_is_copy_active (self->draft,
                                                                     g_ptr_array_index (copies,
                                                                                        j)));
    }
}

static void
show_group (HallFillGroups *self, HallFieldGroup *group)
{
  GPtrArray *rows = hall_field_group_get_rows (group);
  gboolean hides_return = FALSE;

  gtk_widget_set_visible (GTK_WIDGET (group), is_in_type (self, group));
  for (guint i = 0; i < rows->len; i++)
    {
      HallFieldRow *row = g_ptr_array_index (rows, i);

      show_row (self, group, row);
      show_return (self, row);
      hides_return |= hall_field_row_get_field (row)->advanced
                      && hall_draft_get_return (self->draft, get_id (row)) != NULL;
    }
  if (hides_return)
    hall_field_group_set_unfolded (group, TRUE);
}

static gboolean
is_open (HallFillGroups *self, HallFieldRole role)
{
  const HallField *field = hall_draft_get_catalog (self->draft)->roles[role];

  return field != NULL && hall_draft_is_editable (self->draft, field->id);
}

/* Only while what they fill in can be changed. */
static void
show_licence_buttons (HallFillGroups *self)
{
  for (gsize i = 0; i < G_N_ELEMENTS (documents); i++)
    if (self->licence_buttons[i] != NULL)
      gtk_widget_set_visible (self->licence_buttons[i], is_open (self, documents[i].name)
                                                            || is_open (self, documents[i].number));
}

static void
show_all (HallFillGroups *self)
{
  for (guint i = 0; i < self->groups->len; i++)
    show_group (self, g_ptr_array_index (self->groups, i));
  show_copies (self);
  show_licence_buttons (self);
}

static HallFieldGroup *
find_group (HallFillGroups *self, const HallSection *section)
{
  for (guint i = 0; i < self->groups->len; i++)
    if (hall_field_group_get_section (g_ptr_array_index (self->groups, i)) == section)
      return g_ptr_array_index (self->groups, i);
  return NULL;
}

/* What depends on a choice is of its section. */
static void
show_dependants (HallFillGroups *self, HallFieldGroup *group, const char *field_id)
{
  GPtrArray *rows = hall_field_group_get_rows (group);

  for (guint i = 0; i < rows->len; i++)
    {
      HallFieldRow *row = g_ptr_array_index (rows, i);

      if (g_strcmp0 (hall_field_row_get_field (row)->depends_on, field_id) == 0)
        show_row (self, group, row);
    }
}

static void
on_field_changed_cb (HallFillGroups *self, const char *field_id)
{
  const HallField *field = hall_catalog_find_field (hall_draft_get_catalog (self->draft), field_id);
  HallFieldGroup *group = field != NULL ? find_group (self, field->section) : NULL;

  if (group == NULL)
    return;
  show_row (self, group, hall_field_group_get_row (group, field_id));
  show_dependants (self, group, field_id);
  show_copies (self);
}

static void
on_row_changed_cb (HallFieldGroup *group, HallFieldRow *row, HallFillGroups *self)
{
  self->typing = row;
  hall_draft_set_value (self->draft, get_id (row), hall_field_row_get_value (row));
  g_signal_emit (self, signals[EDITED], 0);
}

/* The value as it is kept takes the place of what was typed. */
static void
on_row_left_cb (HallFieldGroup *group, HallFieldRow *row, HallFillGroups *self)
{
  self->typing = NULL;
  show_row (self, group, row);
}

static void
on_row_confirmed_cb (HallFieldGroup *group, HallFieldRow *row, HallFillGroups *self)
{
  hall_draft_set_confirmed (self->draft, get_id (row), hall_field_row_is_confirmed (row));
  g_signal_emit (self, signals[EDITED], 0);
}

static void
on_copy_toggled_cb (HallFieldGroup *group,
                    const HallCopy *copy,
                    gboolean active,
                    HallFillGroups *self)
{
  hall_draft_set_copy_active (self->draft, copy, active);
  show_copies (self);
  g_signal_emit (self, signals[EDITED], 0);
}

/* As if the person had typed them. */
static void
on_licence_used_cb (HallLicenceButton *button, GPtrArray *proposals, HallFillGroups *self)
{
  self->typing = NULL;
  for (guint i = 0; i < proposals->len; i++)
    {
      const HallProposal *proposal = g_ptr_array_index (proposals, i);

      hall_draft_set_value (self->draft, proposal->field->id, proposal->read);
    }
  g_signal_emit (self, signals[EDITED], 0);
}

/* (nullable) */
static HallFieldRow *
find_open_row (HallFieldGroup *group)
{
  GPtrArray *rows = hall_field_group_get_rows (group);

  for (guint i = 0; i < rows->len; i++)
    if (gtk_widget_get_visible (g_ptr_array_index (rows, i))
        && !hall_field_row_is_locked (g_ptr_array_index (rows, i)))
      return g_ptr_array_index (rows, i);
  return NULL;
}

/* From the last row of a section to the first of the next one in view. */
static void
on_group_entered_cb (HallFieldGroup *group, HallFillGroups *self)
{
  guint index = 0;

  g_ptr_array_find (self->groups, group, &index);
  for (guint i = index + 1; i < self->groups->len; i++)
    {
      HallFieldGroup *next = g_ptr_array_index (self->groups, i);
      HallFieldRow *row = is_in_type (self, next) ? find_open_row (next) : NULL;

      if (row != NULL)
        {
          hall_field_row_focus (row);
          return;
        }
    }
  g_signal_emit (self, signals[ENTERED], 0);
}

static void
hall_fill_groups_dispose (GObject *object)
{
  HallFillGroups *self = HALL_FILL_GROUPS (object);

  if (self->draft != NULL)
    g_signal_handlers_disconnect_by_data (self->draft, self);
  G_OBJECT_CLASS (hall_fill_groups_parent_class)->dispose (object);
}

/* The rows stand on the catalogue of the draft until the last of them has gone. */
static void
hall_fill_groups_finalize (GObject *object)
{
  HallFillGroups *self = HALL_FILL_GROUPS (object);

  g_ptr_array_unref (self->groups);
  g_clear_object (&self->draft);
  G_OBJECT_CLASS (hall_fill_groups_parent_class)->finalize (object);
}

static void
hall_fill_groups_class_init (HallFillGroupsClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = hall_fill_groups_dispose;
  object_class->finalize = hall_fill_groups_finalize;
  signals[EDITED] = g_signal_new ("edited", HALL_TYPE_FILL_GROUPS, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                  NULL, G_TYPE_NONE, 0);
  signals[ENTERED] = g_signal_new ("entered", HALL_TYPE_FILL_GROUPS, G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 0);
}

static void
hall_fill_groups_init (HallFillGroups *self)
{
  self->groups = g_ptr_array_new ();
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  gtk_box_set_spacing (GTK_BOX (self), 24);
}

static void
add_group (HallFillGroups *self, const HallSection *section)
{
  GtkWidget *group = hall_field_group_new (section);

  g_ptr_array_add (self->groups, group);
  gtk_container_add (GTK_CONTAINER (self), group);
  g_signal_connect (group, "changed", G_CALLBACK (on_row_changed_cb), self);
  g_signal_connect (group, "left", G_CALLBACK (on_row_left_cb), self);
  g_signal_connect (group, "confirmed", G_CALLBACK (on_row_confirmed_cb), self);
  g_signal_connect (group, "copy-toggled", G_CALLBACK (on_copy_toggled_cb), self);
  g_signal_connect (group, "entered", G_CALLBACK (on_group_entered_cb), self);
}

static void
add_licence_button (HallFillGroups *self, gsize i)
{
  const HallField *name = hall_draft_get_catalog (self->draft)->roles[documents[i].name];
  HallFieldGroup *group = name != NULL ? find_group (self, name->section) : NULL;
  GtkWidget *button;

  if (group == NULL || !hall_licence_can_read (documents[i].kind))
    return;
  button = hall_licence_button_new (self->draft, documents[i].kind);
  hall_field_group_add_helper (group, button);
  g_signal_connect_object (button, "used", G_CALLBACK (on_licence_used_cb), self, 0);
  self->licence_buttons[i] = button;
}

GtkWidget *
hall_fill_groups_new (HallDraft *draft)
{
  HallFillGroups *self = g_object_new (HALL_TYPE_FILL_GROUPS, "visible", TRUE, NULL);
  GPtrArray *sections = hall_draft_get_catalog (draft)->sections;

  self->draft = g_object_ref (draft);
  for (guint i = 0; i < sections->len; i++)
    add_group (self, g_ptr_array_index (sections, i));
  for (gsize i = 0; i < G_N_ELEMENTS (documents); i++)
    add_licence_button (self, i);
  show_all (self);
  g_signal_connect_swapped (draft, "field-changed", G_CALLBACK (on_field_changed_cb), self);
  g_signal_connect_swapped (draft, "changed", G_CALLBACK (show_all), self);
  return GTK_WIDGET (self);
}

void
hall_fill_groups_reveal (HallFillGroups *self)
{
  g_return_if_fail (HALL_IS_FILL_GROUPS (self));

  for (guint i = 0; i < self->groups->len; i++)
    hall_field_group_reveal_findings (g_ptr_array_index (self->groups, i));
  show_all (self);
}

HallFieldRow *
hall_fill_groups_find_trouble (HallFillGroups *self)
{
  HallFieldRow *row = NULL;

  g_return_val_if_fail (HALL_IS_FILL_GROUPS (self), NULL);

  for (guint i = 0; i < self->groups->len && row == NULL; i++)
    if (is_in_type (self, g_ptr_array_index (self->groups, i)))
      row = hall_field_group_find_trouble (g_ptr_array_index (self->groups, i));
  return row;
}

static gboolean
is_due (HallFillGroups *self, const char *id)
{
  const HallFinding *finding = hall_draft_get_finding (self->draft, id);

  return hall_draft_get_return (self->draft, id) != NULL
         || (finding != NULL && finding->severity > HALL_HINT && !finding->confirmed);
}

static HallFieldRow *
find_due_in (HallFillGroups *self, HallFieldGroup *group)
{
  GPtrArray *rows = hall_field_group_get_rows (group);

  for (guint i = 0; i < rows->len; i++)
    {
      HallFieldRow *row = g_ptr_array_index (rows, i);
      if (!hall_field_row_is_locked (row) && is_due (self, get_id (row)))
        return row;
    }
  return NULL;
}

HallFieldRow *
hall_fill_groups_find_due (HallFillGroups *self)
{
  HallFieldRow *row = NULL;

  g_return_val_if_fail (HALL_IS_FILL_GROUPS (self), NULL);

  for (guint i = 0; i < self->groups->len && row == NULL; i++)
    if (is_in_type (self, g_ptr_array_index (self->groups, i)))
      row = find_due_in (self, g_ptr_array_index (self->groups, i));
  return row;
}
