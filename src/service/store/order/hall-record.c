/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hall-record.h"

#include <string.h>

#include "hall-error.h"
#include "hall-wire-application.h"
#include "hall-wire-finding.h"

typedef enum
{
  KEPT_TEXT,
  KEPT_INT,
  KEPT_SEALED,
  KEPT_STATE,
  KEPT_SUB,
  KEPT_APPLICATION
} Kept;

typedef struct
{
  const char *name;
  gsize offset;
  Kept kept;
} Column;

#define COLUMN(name, member, kept) { name, G_STRUCT_OFFSET (HallRecord, member), KEPT_##kept },
static const Column columns[] = {
#include "hall-record-column-list.h"
};
#undef COLUMN

#define MEMBER(self, column, type) G_STRUCT_MEMBER (type, self, (column)->offset)

static const char SQL_NEWEST_OF[] =
    "SELECT COALESCE (MAX (change_number), 0) FROM orders WHERE account = $1";

static const char SQL_SAVE_AUDIT[] =
    "UPDATE orders SET audit_count = $2, audit_head = $3 WHERE number = $1";

/* Statements are made from the columns once and live as long as the process. */
const char *
hall_record_select_sql (void)
{
  static gsize sql = 0;

  if (g_once_init_enter (&sql))
    {
      GString *text = g_string_new ("SELECT ");

      for (gsize i = 0; i < G_N_ELEMENTS (columns); i++)
        g_string_append_printf (text, "%s%s", i > 0 ? ", " : "", columns[i].name);
      g_string_append (text, " FROM orders");
      g_once_init_leave (&sql, (gsize) g_string_free (text, FALSE));
    }
  return (const char *) sql;
}

const char *
hall_record_summary_columns (void)
{
  static gsize sql = 0;

  if (g_once_init_enter (&sql))
    {
      GString *text = g_string_new (NULL);

      for (gsize i = 0; i < G_N_ELEMENTS (columns); i++)
        {
          gboolean sealed = columns[i].kept == KEPT_SEALED || columns[i].kept == KEPT_APPLICATION;

          g_string_append_printf (text, "%s%s", i > 0 ? ", " : "",
                                  sealed ? "NULL" : columns[i].name);
        }
      g_once_init_leave (&sql, (gsize) g_string_free (text, FALSE));
    }
  return (const char *) sql;
}

guint
hall_record_n_columns (void)
{
  return G_N_ELEMENTS (columns);
}

static const char *
load_sql (void)
{
  static gsize sql = 0;

  if (g_once_init_enter (&sql))
    g_once_init_leave (&sql,
                       (gsize) g_strconcat (hall_record_select_sql (), " WHERE number = $1", NULL));
  return (const char *) sql;
}

static const char *
insert_sql (void)
{
  static gsize sql = 0;

  if (g_once_init_enter (&sql))
    {
      GString *names = g_string_new ("INSERT INTO orders (");
      g_autoptr (GString) values = g_string_new (") VALUES (");

      for (gsize i = 0; i < G_N_ELEMENTS (columns); i++)
        {
          g_string_append_printf (names, "%s%s", i > 0 ? ", " : "", columns[i].name);
          g_string_append_printf (values, "%s$%" G_GSIZE_FORMAT, i > 0 ? ", " : "", i + 1);
        }
      g_string_append_printf (names, "%s)", values->str);
      g_once_init_leave (&sql, (gsize) g_string_free (names, FALSE));
    }
  return (const char *) sql;
}

/* $1 is the number; the last parameter is the version that was loaded. */
static const char *
update_sql (void)
{
  static gsize sql = 0;

  if (g_once_init_enter (&sql))
    {
      GString *text = g_string_new ("UPDATE orders SET ");

      for (gsize i = 1; i < G_N_ELEMENTS (columns); i++)
        g_string_append_printf (text, "%s%s = $%" G_GSIZE_FORMAT, i > 1 ? ", " : "",
                                columns[i].name, i + 1);
      g_string_append_printf (text, " WHERE number = $1 AND version = $%" G_GSIZE_FORMAT,
                              G_N_ELEMENTS (columns) + 1);
      g_once_init_leave (&sql, (gsize) g_string_free (text, FALSE));
    }
  return (const char *) sql;
}

HallRecord *
hall_record_new (const char *number)
{
  HallRecord *self = g_new0 (HallRecord, 1);

  self->number = g_strdup (number);
  self->organisation = g_strdup ("");
  self->audit_head = g_strdup ("");
  self->mobile_key = g_strdup ("");
  self->uscc_key = g_strdup ("");
  self->bank_key = g_strdup ("");
  self->content_hash = g_strdup ("");
  self->sub[HALL_SUBSTATE_AUTH] = HALL_AUTH_NONE;
  self->sub[HALL_SUBSTATE_PAYMENT] = HALL_PAYMENT_NONE;
  self->sub[HALL_SUBSTATE_FIN_AUTH] = HALL_FIN_AUTH_NOT_REQUIRED;
  self->sub[HALL_SUBSTATE_INVOICE] = HALL_INVOICE_NONE;
  return self;
}

void
hall_record_free (HallRecord *self)
{
  for (gsize i = 0; i < G_N_ELEMENTS (columns); i++)
    if (columns[i].kept == KEPT_TEXT || columns[i].kept == KEPT_SEALED)
      g_free (MEMBER (self, &columns[i], char *));
  g_clear_pointer (&self->application, hall_application_free);
  g_free (self);
}

static char *
application_to_text (const HallApplication *application)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  g_autoptr (JsonNode) root = NULL;

  hall_wire_add_application (builder, application);
  root = json_builder_get_root (builder);
  return hall_wire_to_text (root);
}

static void
bind_sealed (HallStmt *stmt, guint n, const HallVault *vault, const char *text)
{
  g_autofree char *sealed = text != NULL ? hall_vault_seal (vault, text) : NULL;

  hall_stmt_bind_text (stmt, n, sealed);
}

static void
bind_column (
    HallStmt *stmt, guint n, const HallVault *vault, const HallRecord *self, const Column *column)
{
  g_autofree char *text = NULL;

  switch (column->kept)
    {
    case KEPT_TEXT:
      hall_stmt_bind_text (stmt, n, MEMBER (self, column, char *));
      break;
    case KEPT_INT:
      hall_stmt_bind_int (stmt, n, MEMBER (self, column, gint64));
      break;
    case KEPT_SEALED:
      bind_sealed (stmt, n, vault, MEMBER (self, column, char *));
      break;
    case KEPT_STATE:
      hall_stmt_bind_text (stmt, n, hall_state_get_name (MEMBER (self, column, HallState)));
      break;
    case KEPT_SUB:
      hall_stmt_bind_text (stmt, n, hall_substate_get_name (MEMBER (self, column, HallSubstate)));
      break;
    case KEPT_APPLICATION:
      text = application_to_text (MEMBER (self, column, HallApplication *));
      bind_sealed (stmt, n, vault, text);
      break;
    }
}

static gboolean
read_sealed (HallStmt *stmt, guint i, const HallVault *vault, char **text, GError **error)
{
  const char *sealed = hall_stmt_get_text (stmt, i);

  if (sealed == NULL)
    return TRUE;
  *text = hall_vault_open (vault, sealed, error);
  return *text != NULL;
}

/* @vault: (nullable): without it, what is sealed is left out */
static gboolean
read_column (HallStmt *stmt, guint i, const HallVault *vault, HallRecord *self, GError **error)
{
  const Column *column = &columns[i];
  const char *text = hall_stmt_get_text (stmt, i);
  g_autofree char *opened = NULL;

  switch (column->kept)
    {
    case KEPT_TEXT:
      g_free (MEMBER (self, column, char *));
      MEMBER (self, column, char *) = g_strdup (text);
      return TRUE;
    case KEPT_INT:
      MEMBER (self, column, gint64) = hall_stmt_get_int (stmt, i);
      return TRUE;
    case KEPT_STATE:
      MEMBER (self, column, HallState) = hall_state_from_name (text);
      return MEMBER (self, column, HallState) < HALL_N_STATES;
    case KEPT_SUB:
      MEMBER (self, column, HallSubstate) =
          hall_substate_from_name (hall_substate_get_group (MEMBER (self, column, HallSubstate)),
                                   text);
      return MEMBER (self, column, HallSubstate) < HALL_N_SUBSTATE_VALUES;
    case KEPT_SEALED:
      return vault == NULL || read_sealed (stmt, i, vault, &MEMBER (self, column, char *), error);
    case KEPT_APPLICATION:
      if (vault == NULL)
        return TRUE;
      opened = hall_vault_open (vault, text, error);
      if (opened != NULL)
        MEMBER (self, column, HallApplication *) =
            hall_wire_parse_application (self->number, opened, -1, error);
      return MEMBER (self, column, HallApplication *) != NULL;
    }
  return FALSE;
}

HallRecord *
hall_record_read_row (HallStmt *stmt, const HallVault *vault, GError **error)
{
  g_autoptr (HallRecord) self = hall_record_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (columns); i++)
    if (!read_column (stmt, i, vault, self, error))
      {
        if (error != NULL && *error == NULL)
          g_set_error (error, HALL_ERROR, HALL_ERROR_INTERNAL, "order %s: column %s is unreadable",
                       self->number, columns[i].name);
        return NULL;
      }
  return g_steal_pointer (&self);
}

HallRecord *
hall_record_load (HallDb *db, const HallVault *vault, const char *number, GError **error)
{
  g_autoptr (HallStmt) stmt = hall_db_query (db, load_sql (), error);

  if (stmt == NULL)
    return NULL;
  hall_stmt_bind_text (stmt, 1, number);
  return hall_stmt_step (stmt, error) == HALL_STEP_ROW ? hall_record_read_row (stmt, vault, error)
                                                       : NULL;
}

gboolean
hall_record_insert (HallDb *db, const HallVault *vault, HallRecord *self, GError **error)
{
  g_autoptr (HallStmt) stmt = hall_db_query (db, insert_sql (), error);

  if (stmt == NULL)
    return FALSE;
  self->version = 1;
  for (guint i = 0; i < G_N_ELEMENTS (columns); i++)
    bind_column (stmt, i + 1, vault, self, &columns[i]);
  return hall_stmt_run (stmt, error);
}

gboolean
hall_record_save (HallDb *db, const HallVault *vault, HallRecord *self, GError **error)
{
  g_autoptr (HallStmt) stmt = hall_db_query (db, update_sql (), error);

  if (stmt == NULL)
    return FALSE;
  self->version++;
  for (guint i = 0; i < G_N_ELEMENTS (columns); i++)
    bind_column (stmt, i + 1, vault, self, &columns[i]);
  hall_stmt_bind_int (stmt, G_N_ELEMENTS (columns) + 1, self->version - 1);
  if (!hall_stmt_run (stmt, error))
    return FALSE;
  if (hall_db_get_changes (db) == 1)
    return TRUE;
  g_set_error (error, HALL_ERROR, HALL_ERROR_STALE, "order %s has been changed meanwhile",
               self->number);
  return FALSE;
}

gboolean
hall_record_save_audit (HallDb *db, const HallRecord *self, GError **error)
{
  g_autoptr (HallStmt) stmt = hall_db_query (db, SQL_SAVE_AUDIT, error);

  if (stmt == NULL)
    return FALSE;
  hall_stmt_bind_text (stmt, 1, self->number);
  hall_stmt_bind_int (stmt, 2, self->audit_count);
  hall_stmt_bind_text (stmt, 3, self->audit_head);
  return hall_stmt_run (stmt, error);
}

gint64
hall_record_newest_change (HallDb *db, const char *account, GError **error)
{
  g_autoptr (HallStmt) stmt = hall_db_query (db, SQL_NEWEST_OF, error);

  if (stmt == NULL)
    return -1;
  hall_stmt_bind_text (stmt, 1, account);
  return hall_stmt_step (stmt, error) == HALL_STEP_ROW ? hall_stmt_get_int (stmt, 0) : -1;
}
