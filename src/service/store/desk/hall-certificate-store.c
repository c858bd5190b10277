/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hall-certificate-store.h"

static const char SQL_GET[] = "SELECT serial, valid_from, valid_to, entered_by, entered_s "
                              "FROM certificates WHERE order_number = $1";
static const char SQL_PUT[] =
    "INSERT INTO certificates (order_number, serial, valid_from, valid_to, entered_by, entered_s) "
    "VALUES ($1, $2, $3, $4, $5, $6) ON CONFLICT (order_number) DO UPDATE SET "
    "serial = excluded.serial, valid_from = excluded.valid_from, valid_to = excluded.valid_to, "
    "entered_by = excluded.entered_by, entered_s = excluded.entered_s";

void
hall_certificate_free (HallCertificate *self)
{
  g_free (self->serial);
  g_free (self->valid_from);
  g_free (self->valid_to);
  g_free (self->entered_by);
  g_free (self);
}

HallCertificate *
hall_certificate_get (HallDb *db, const char *order, GError **error)
{
  g_autoptr (HallStmt) stmt = hall_db_query (db, SQL_GET, error);
  HallCertificate *self;

  if (stmt == NULL)
    return NULL;
  hall_stmt_bind_text (stmt, 1, order);
  if (hall_stmt_step (stmt, error) != HALL_STEP_ROW)
    return NULL;
  self = g_new0 (HallCertificate, 1);
  self->serial = g_strdup (hall_stmt_get_text (stmt, 0));
  self->valid_from = g_strdup (hall_stmt_get_text (stmt, 1));
  self->valid_to = g_strdup (hall_stmt_get_text (stmt, 2));
  self->entered_by = g_strdup (hall_stmt_get_text (stmt, 3));
  self->entered_s = hall_stmt_get_int (stmt, 4);
  return self;
}

gboolean
hall_certificate_put (HallDb *db,
                      const char *order,
                      const HallCertificate *certificate,
                      GError **error)
{
  g_autoptr (HallStmt) stmt = hall_db_query (db, SQL_PUT, error);

  if (stmt == NULL)
    return FALSE;
  hall_stmt_bind_text (stmt, 1, order);
  hall_stmt_bind_text (stmt, 2, certificate->serial);
  hall_stmt_bind_text (stmt, 3, certificate->valid_from);
  hall_stmt_bind_text (stmt, 4, certificate->valid_to);
  hall_stmt_bind_text (stmt, 5, certificate->entered_by);
  hall_stmt_bind_int (stmt, 6, certificate->entered_s);
  return hall_stmt_run (stmt, error);
}
