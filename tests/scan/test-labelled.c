/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Some hundred simulated scans, each with what is to be said of it: how often it is said where
 * it is true (recall), and how often it is true where it is said (precision).
 */
#include "hall-intake.h"

#include "labelled-cases.h"
#include "sample.h"
#include "scan-papers.h"

#define N_WORKERS 3
#define MIN_CASES 400

typedef struct
{
  guint hits, misses, false_alarms;
} Tally;

/* What the workers share. */
typedef struct
{
  HallCatalog *catalog;
  LabelledPapers papers;
  GArray *cases;
  gint next;
  GMutex lock;
  Tally tallies[N_LABELS];
  GString *log; /* what went wrong, a line each */
  guint refusals;
} Labelled;

static cairo_surface_t *
draw (const Labelled *self, const LabelledCase *one)
{
  double dpi = one->recipe.dpi;

  if (one->paper < N_PRINTED)
    return scan_sim_draw (self->papers.sheets[one->paper]->pdf, 0, dpi);
  if (one->paper == PAPER_LICENCE)
    return scan_papers_licence (dpi);
  return one->paper == PAPER_ID_CARD ? scan_papers_id_card (dpi) : scan_papers_empty (dpi);
}

/* (transfer full) */
static HallScanReport *
inspect (const Labelled *self, const LabelledCase *one)
{
  gboolean is_ours = one->paper < N_PRINTED;
  cairo_surface_t *sheet = draw (self, one);
  g_autoptr (GBytes) jpeg = scan_sim_take_jpeg (sheet, &one->recipe);
  const HallIntakeExpectation expected = {
    .order = SAMPLE_ORDER,
    .revision = SAMPLE_REVISION + one->newer,
    .hash = !is_ours         ? NULL
            : one->newer > 0 ? "0123456789ab"
                             : self->papers.hashes[one->paper],
    .sheet = is_ours && one->newer == 0 ? self->papers.sheets[one->paper] : NULL,
  };
  g_autoptr (GError) error = NULL;
  HallScanReport *report =
      hall_intake_inspect (jpeg, "a.jpg", hall_catalog_find_requirement (self->catalog, one->slot),
                           &expected, NULL, &error);

  g_assert_no_error (error);
  cairo_surface_destroy (sheet);
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

static void
count (Labelled *self, const LabelledCase *one, const HallScanReport *report)
{
  guint64 found = read_labels (report);

  for (guint label = 0; label < N_LABELS; label++)
    {
      Tally *tally = &self->tallies[label];
      gboolean is_found = (found & LABEL_BIT (label)) != 0;
      gboolean is_true = (one->must & LABEL_BIT (label)) != 0;

      tally->hits += is_found && is_true;
      if (is_found == is_true || (!is_true && (one->may & LABEL_BIT (label)) != 0))
        continue;
      tally->misses += is_true;
      tally->false_alarms += is_found;
      g_string_append_printf (self->log, "%s: %s %s (sharpness %.2f)\n", one->name,
                              is_found ? "wrongly" : "not", name_label (label), report->sharpness);
    }
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

  while ((at = (guint) g_atomic_int_add (&self->next, 1)) < self->cases->len)
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
print_table (const Labelled *self)
{
  g_auto (GStrv) lines = g_strsplit (self->log->str, "\n", -1);

  for (guint i = 0; lines[i] != NULL && *lines[i] != '\0'; i++)
    g_test_message ("%s", lines[i]);
  g_test_message ("%u scans", self->cases->len);
  g_test_message ("%-26s %5s %6s %6s %9s %6s %5s", "finding", "hits", "missed", "wrong",
                  "precision", "recall", "floor");
  for (guint i = 0; i < N_LABELS; i++)
    {
      const Tally *tally = &self->tallies[i];

      g_test_message ("%-26s %5u %6u %6u %9.3f %6.3f %5.2f", name_label (i), tally->hits,
                      tally->misses, tally->false_alarms,
                      get_share (tally->hits, tally->false_alarms),
                      get_share (tally->hits, tally->misses), label_infos[i].floor);
    }
}

static void
test_labelled (void)
{
  Labelled self = { .catalog = sample_catalog (), .log = g_string_new (NULL) };
  GThread *workers[N_WORKERS];

  labelled_papers_init (&self.papers);
  self.cases = labelled_cases_new (&self.papers);
  g_assert_cmpuint (self.cases->len, >=, MIN_CASES);
  for (guint i = 0; i < N_WORKERS; i++)
    workers[i] = g_thread_new ("labelled", work, &self);
  for (guint i = 0; i < N_WORKERS; i++)
    g_thread_join (workers[i]);
  print_table (&self);
  for (guint i = 0; i < N_LABELS; i++)
    {
      const Tally *tally = &self.tallies[i];

      g_assert_cmpfloat (get_share (tally->hits, tally->false_alarms), >=, label_infos[i].floor);
      g_assert_cmpfloat (get_share (tally->hits, tally->misses), >=, label_infos[i].floor);
    }
  g_assert_cmpuint (self.refusals, ==, 0);
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
