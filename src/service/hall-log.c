/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hall-log.h"

static struct
{
  gboolean verbose;
  gboolean systemd;
} settings;

static const char *
name_of (GLogLevelFlags level)
{
  if ((level & (G_LOG_LEVEL_ERROR | G_LOG_LEVEL_CRITICAL)) != 0)
    return settings.systemd ? "<2>" : "CRITICAL ";
  if ((level & G_LOG_LEVEL_WARNING) != 0)
    return settings.systemd ? "<4>" : "WARNING ";
  if ((level & G_LOG_LEVEL_MESSAGE) != 0)
    return settings.systemd ? "<5>" : "";
  return settings.systemd ? "<6>" : "";
}

static GLogWriterOutput
write_line (GLogLevelFlags level,
            const GLogField *fields,
            gsize n_fields,
            G_GNUC_UNUSED gpointer data)
{
  const char *message = "";

  if ((level & G_LOG_LEVEL_DEBUG) != 0 || ((level & G_LOG_LEVEL_INFO) != 0 && !settings.verbose))
    return G_LOG_WRITER_HANDLED;
  for (gsize i = 0; i < n_fields; i++)
    if (g_str_equal (fields[i].key, "MESSAGE"))
      message = fields[i].value;
  g_printerr ("%scerthalld: %s\n", name_of (level), message);
  return G_LOG_WRITER_HANDLED;
}

void
hall_log_start (gboolean verbose)
{
  settings.verbose = verbose;
  settings.systemd = g_getenv ("JOURNAL_STREAM") != NULL;
  g_log_set_writer_func (write_line, NULL, NULL);
}
