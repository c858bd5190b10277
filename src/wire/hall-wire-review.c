/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hall-wire-review.h"

#include "hall-wire-finding.h"

static const char ACCEPTED[] = "accepted";
static const char RETURNED[] = "returned";

void
hall_wire_add_returns (JsonBuilder *builder, GPtrArray *returns, HallLang lang)
{
  json_builder_begin_array (builder);
  for (guint i = 0; i < returns->len; i++)
    {
      const HallReturn *item = g_ptr_array_index (returns, i);
      g_autofree char *detail = hall_return_format (item, lang);

      json_builder_begin_object (builder);
      hall_wire_add_text (builder, "code", hall_reason_get_code (item->reason));
      hall_wire_add_text (builder, "place", item->place);
      hall_wire_add_text (builder, "text", item->text);
      hall_wire_add_place (builder, "mark", &item->mark);
      hall_wire_add_text (builder, "detail", detail);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
}

static void
read_mark (HallJson *json, HallPlace *mark)
{
  hall_wire_read_place (json, "mark", mark);
  if (mark->page == 0)
    return;
  if (mark->width <= 0 || mark->height <= 0 || mark->x + mark->width > 1.0001
      || mark->y + mark->height > 1.0001)
    hall_json_fail (json, "mark", "the box does not lie on the page");
}

static HallReturn *
read_return (HallJson *json)
{
  const char *code = hall_json_string (json, "code");
  const char *place = hall_json_string (json, "place");
  HallReason reason = hall_reason_from_code (code);
  HallReturn *item;

  if (code != NULL && reason >= HALL_N_REASONS)
    hall_json_fail (json, "code", "there is no reason “%s”", code);
  if (hall_json_failed (json))
    return NULL;
  item = hall_return_new (reason, place, hall_json_optional_string (json, "text"));
  read_mark (json, &item->mark);
  return item;
}

GPtrArray *
hall_wire_read_returns (HallJson *json, const char *member)
{
  GPtrArray *returns = g_ptr_array_new_with_free_func ((GDestroyNotify) hall_return_free);

  if (!hall_json_has (json, member) || !hall_json_enter (json, member))
    return returns;
  for (guint i = 0, n = hall_json_count (json); i < n; i++)
    if (hall_json_enter_element (json, i))
      {
        HallReturn *item = read_return (json);

        if (item != NULL)
          g_ptr_array_add (returns, item);
        hall_json_leave (json);
      }
  hall_json_leave (json);
  return returns;
}

void
hall_wire_add_judgements (JsonBuilder *builder, GPtrArray *judgements, HallLang lang)
{
  json_builder_begin_array (builder);
  for (guint i = 0; i < judgements->len; i++)
    {
      const HallJudgement *judgement = g_ptr_array_index (judgements, i);
      gboolean accepted = hall_judgement_is_accepted (judgement);

      json_builder_begin_object (builder);
      hall_wire_add_text (builder, "place", judgement->place);
      hall_wire_add_text (builder, "verdict", accepted ? ACCEPTED : RETURNED);
      if (!accepted)
        {
          json_builder_set_member_name (builder, "returns");
          hall_wire_add_returns (builder, judgement->returns, lang);
        }
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
}

static void
check_judgement (HallJson *json, const HallJudgement *judgement, const char *verdict)
{
  gboolean returned = g_strcmp0 (verdict, RETURNED) == 0;

  if (!returned && g_strcmp0 (verdict, ACCEPTED) != 0)
    hall_json_fail (json, "verdict", "“%s” is no verdict", verdict);
  else if (returned == hall_judgement_is_accepted (judgement))
    hall_json_fail (json, "returns", "what is returned has reasons, what is accepted has none");
  for (guint i = 0; i < judgement->returns->len; i++)
    if (g_strcmp0 (((const HallReturn *) g_ptr_array_index (judgement->returns, i))->place,
                   judgement->place)
        != 0)
      hall_json_fail (json, "returns", "a reason of another place than “%s”", judgement->place);
}

static HallJudgement *
read_judgement (HallJson *json)
{
  HallJudgement *judgement = hall_judgement_new (hall_json_string (json, "place"));
  const char *verdict = hall_json_string (json, "verdict");

  g_ptr_array_unref (judgement->returns);
  judgement->returns = hall_wire_read_returns (json, "returns");
  if (!hall_json_failed (json))
    check_judgement (json, judgement, verdict);
  return judgement;
}

GPtrArray *
hall_wire_read_judgements (HallJson *json, const char *member)
{
  GPtrArray *judgements = hall_judgements_new ();

  if (!hall_json_enter (json, member))
    return judgements;
  for (guint i = 0, n = hall_json_count (json); i < n; i++)
    if (hall_json_enter_element (json, i))
      {
        HallJudgement *judgement = read_judgement (json);

        if (judgement->place != NULL && hall_judgements_find (judgements, judgement->place) != NULL)
          hall_json_fail (json, "place", "“%s” is judged twice", judgement->place);
        g_ptr_array_add (judgements, judgement);
        hall_json_leave (json);
      }
  hall_json_leave (json);
  return judgements;
}

void
hall_wire_add_letter (JsonBuilder *builder, const HallLetter *letter)
{
  json_builder_begin_object (builder);
  hall_wire_add_text (builder, "before", letter->before);
  hall_wire_add_text (builder, "text", letter->text);
  hall_wire_add_text (builder, "after", letter->after);
  hall_wire_add_int (builder, "max_chars", HALL_LETTER_MAX_CHARS);
  json_builder_end_object (builder);
}

HallLetter *
hall_wire_read_letter (HallJson *json)
{
  g_autoptr (HallLetter) letter = g_new0 (HallLetter, 1);

  letter->before = g_strdup (hall_json_string (json, "before"));
  letter->text = g_strdup (hall_json_string (json, "text"));
  letter->after = g_strdup (hall_json_string (json, "after"));
  return hall_json_failed (json) ? NULL : g_steal_pointer (&letter);
}
