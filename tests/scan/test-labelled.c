/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Some hundred simulated scans, each with what is to be said of it: how often it is said where
 * it is true (recall), and how often it is true where it is said (precision).
 */
#include "hall-intake.h"

#include "labelled-cases.h"
#include "labelled-scan.h"
#include "sample.h"

#define N_WORKERS 3
#define MIN_CASES 400

/* A sanitizer looks for other faults, and takes several times as long: a part is enough for it. */
#if defined __SANITIZE_ADDRESS__ || defined __SANITIZE_THREAD__
#define STRIDE     5
#define SURE_FLOOR 0.98 /* what must hold for a few scans too */
#else
#define STRIDE     1
#define SURE_FLOOR 0.0
#endif

typedef struct
{
  guint hits, misses, false_alarms;
} Tally;

/* What the workers share. */
typedef struct
{
  HallCatalog *catalog;
  LabelledPapers papers;
  LabelledScanner *scanner;
  GArray *cases;
  gint next;
  GMutex lock;
  Tally all[N_LABELS], held_out[N_LABELS];
  GString *log; /* what went wrong, a line each */
  guint refusals, n_held_out;
} Labelled;

/* (transfer full) */
static HallScanReport *
inspect (const Labelled *self, const LabelledCase *one)
{
  HallPrintedSheet *sheet = self->papers.sheets[one->paper];
  g_autoptr (GBytes) scan = labelled_scan_take (self->scanner, one);
  const HallIntakeExpectation expected = {
    .order = SAMPLE_ORDER,
    .revision = SAMPLE_REVISION + one->newer,
    .hash = sheet == NULL    ? NULL
            : one->newer > 0 ? "0123456789ab"
                             : self->papers.hashes[one->paper],
    .sheet = one->newer == 0 ? sheet : NULL,
  };
  g_autoptr (GError) error = NULL;
  HallScanReport *report =
      hall_intake_inspect (scan, one->is_pdf ? "a.pdf" : "a.jpg",
                           hall_catalog_find_requirement (self->catalog, one->slot), &expected,
                           NULL, &error);

  g_assert_no_error (error);
  return report;
}

static guint64
read_labels (const HallScanReport *report)
{
  guint64 found = 0;

  if (report->form_code != NULL && g_strcmp0 (report->form_code->order, SAMPLE_ORDER) == 0
      && report->form_code->revision == SAMPLE_REVISION)
    found |= LABEL_BIT (LABEL_CODE_FOUND);
  for (guint i = 0; i < report->findings->len; i++)
    {
      const HallFinding *finding = g_ptr_array_index (report->findings, i);

      for (guint label = LABEL_CODE_FOUND + 1; label < N_LABELS; label++)
        if (label_infos[label].issue == finding->issue.code)
          found |= LABEL_BIT (label);
    }
  return found;
}

static const char *
name_label (Label label)
{
  return label == LABEL_CODE_FOUND ? "form-code-found"
                                   : hall_issue_code_get_name (label_infos[label].issue);
}

/* How @found compares with what is known of @one. */
static Tally
compare (const LabelledCase *one, guint64 found, Label label)
{
  gboolean is_found = (found & LABEL_BIT (label)) != 0;
  gboolean is_true = (one->must & LABEL_BIT (label)) != 0;
  gboolean matters = is_true || (one->may & LABEL_BIT (label)) == 0;

  return (Tally){ is_found && is_true, is_true && !is_found, is_found && !is_true && matters };
}

static void
add_up (Tally *sum, const Tally *tally)
{
  sum->hits += tally->hits;
  sum->misses += tally->misses;
  sum->false_alarms += tally->false_alarms;
}

static void
count (Labelled *self, const LabelledCase *one, const HallScanReport *report)
{
  guint64 found = read_labels (report);

  for (guint label = 0; label < N_LABELS; label++)
    {
      Tally tally = compare (one, found, label);

      add_up (&self->all[label], &tally);
      if (one->is_held_out)
        add_up (&self->held_out[label], &tally);
      if (tally.misses + tally.false_alarms > 0)
        g_string_append_printf (self->log, "%s: %s %s (sharpness %.2f)\n", one->name,
                                tally.misses > 0 ? "not" : "wrongly", name_label (label),
                                report->sharpness);
    }
  self->n_held_out += one->is_held_out;
  if (one->is_clean && !hall_scan_report_is_accepted (report))
    {
      self->refusals++;
      g_string_append_printf (self->log, "%s: refused\n", one->name);
    }
}

static gpointer
work (gpointer data)
{
  Labelled *self = data;
  guint at;

  while ((at = (guint) g_atomic_int_add (&self->next, STRIDE)) < self->cases->len)
    {
      const LabelledCase *one = &g_array_index (self->cases, LabelledCase, at);
      g_autoptr (HallScanReport) report = inspect (self, one);

      g_mutex_lock (&self->lock);
      count (self, one, report);
      g_mutex_unlock (&self->lock);
    }
  return NULL;
}

/* Of @n things, @wrong of which are wrong; 1 of none. */
static double
get_share (guint right, guint wrong)
{
  return right + wrong > 0 ? (double) right / (right + wrong) : 1;
}

static void
print_tallies (const char *title, guint n, const Tally *tallies)
{
  g_test_message ("%s: %u scans", title, n);
  g_test_message ("%-26s %5s %6s %6s %9s %6s %5s", "finding", "hits", "missed", "wrong",
                  "precision", "recall", "floor");
  for (guint i = 0; i < N_LABELS; i++)
    g_test_message ("%-26s %5u %6u %6u %9.3f %6.3f %5.2f", name_label (i), tallies[i].hits,
                    tallies[i].misses, tallies[i].false_alarms,
                    get_share (tallies[i].hits, tallies[i].false_alarms),
                    get_share (tallies[i].hits, tallies[i].misses), label_infos[i].floor);
}

static void
print_tables (const Labelled *self)
{
  g_auto (GStrv) lines = g_strsplit (self->log->str, "\n", -1);

  for (guint i = 0; lines[i] != NULL && *lines[i] != '\0'; i++)
    g_test_message ("%s", lines[i]);
  print_tallies ("all", self->cases->len, self->all);
  print_tallies ("held out", self->n_held_out, self->held_out);
}

static void
test_labelled (void)
{
  Labelled self = { .catalog = sample_catalog (), .log = g_string_new (NULL) };
  GThread *workers[N_WORKERS];

  labelled_papers_init (&self.papers);
  self.cases = labelled_cases_new (&self.papers);
  self.scanner = labelled_scanner_new (&self.papers);
  g_assert_cmpuint (self.cases->len, >=, MIN_CASES);
  for (guint i = 0; i < N_WORKERS; i++)
    workers[i] = g_thread_new ("labelled", work, &self);
  for (guint i = 0; i < N_WORKERS; i++)
    g_thread_join (workers[i]);
  print_tables (&self);
  for (guint i = 0; i < N_LABELS; i++)
    {
      const Tally *tally = &self.all[i];

      if (label_infos[i].floor < SURE_FLOOR)
        continue;
      g_assert_cmpfloat (get_share (tally->hits, tally->false_alarms), >=, label_infos[i].floor);
      g_assert_cmpfloat (get_share (tally->hits, tally->misses), >=, label_infos[i].floor);
    }
  g_assert_cmpuint (self.refusals, ==, 0);
  labelled_scanner_free (self.scanner);
  labelled_papers_clear (&self.papers);
  g_array_unref (self.cases);
  g_string_free (self.log, TRUE);
  hall_catalog_unref (self.catalog);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/labelled/precision-and-recall", test_labelled);
  return g_test_run ();
}
