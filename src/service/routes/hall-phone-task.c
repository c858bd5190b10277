/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hall-phone-task.h"

#include "hall-limits.h"

static const struct
{
  const char *id;
  HallStaticLabel label;
  HallStaticLabel hint;
} cards[] = {
  { "id-portrait", HALL_TEXTS ("Portrait side", "身份证人像面"),
    HALL_TEXTS ("The original card, all four corners in the frame, without glare.",
                "请拍摄身份证原件，四角完整，避免反光。") },
  { "id-emblem", HALL_TEXTS ("Emblem side", "身份证国徽面"),
    HALL_TEXTS ("The other side of the same card.", "请拍摄同一张身份证的另一面。") },
};

static const struct
{
  const char *id;
  HallStaticLabel label;
} movements[] = {
  { "blink", HALL_TEXTS ("Close your eyes", "请闭眼") },
  { "open-mouth", HALL_TEXTS ("Open your mouth", "请张嘴") },
  { "turn-left", HALL_TEXTS ("Turn your head to the left", "请向左转头") },
  { "turn-right", HALL_TEXTS ("Turn your head to the right", "请向右转头") },
  { "look-up", HALL_TEXTS ("Look up", "请抬头") },
  { "smile", HALL_TEXTS ("Smile", "请微笑") },
};

static const char *const action_ids[HALL_PHONE_N_ACTIONS] = { "action-1", "action-2", "action-3" };

/* Three different movements; each set and order is equally likely. */
static char **
pick_movements (void)
{
  g_autoptr (GStrvBuilder) picked = g_strv_builder_new ();
  guint order[G_N_ELEMENTS (movements)];

  for (guint i = 0; i < G_N_ELEMENTS (order); i++)
    order[i] = i;
  for (guint i = 0; i < HALL_PHONE_N_ACTIONS; i++)
    {
      guint other = i + hall_random_below (G_N_ELEMENTS (order) - i);
      guint taken = order[other];

      order[other] = order[i];
      g_strv_builder_add (picked, movements[taken].id);
    }
  return g_strv_builder_end (picked);
}

HallLink *
hall_phone_task_new_link (const char *order, gint64 now_s)
{
  HallLink *link = g_new0 (HallLink, 1);

  link->token = hall_token_new ();
  link->order = g_strdup (order);
  link->state = HALL_LINK_WAITING;
  link->actions = pick_movements ();
  link->created_s = now_s;
  link->expires_s = now_s + HALL_AUTH_LINK_LIFE_S;
  return link;
}

static const char *
movement_label (const char *id, HallLang lang)
{
  for (gsize i = 0; i < G_N_ELEMENTS (movements); i++)
    if (g_strcmp0 (movements[i].id, id) == 0)
      return movements[i].label.text[lang];
  return "";
}

void
hall_phone_task_list (const HallLink *link, HallLang lang, HallPhoneStep steps[HALL_PHONE_N_STEPS])
{
  static const HallStaticLabel hint = HALL_TEXTS ("Face the camera in good light and hold still.",
                                                  "请正对镜头，光线充足，保持不动。");
  guint n_actions = g_strv_length (link->actions);

  for (guint i = 0; i < G_N_ELEMENTS (cards); i++)
    steps[i] =
        (HallPhoneStep){ cards[i].id, cards[i].label.text[lang], cards[i].hint.text[lang], FALSE };
  for (guint i = 0; i < HALL_PHONE_N_ACTIONS; i++)
    steps[G_N_ELEMENTS (cards) + i] =
        (HallPhoneStep){ action_ids[i],
                         movement_label (i < n_actions ? link->actions[i] : NULL, lang),
                         hint.text[lang], TRUE };
}

gboolean
hall_phone_task_knows (const char *capture)
{
  for (gsize i = 0; i < G_N_ELEMENTS (cards); i++)
    if (g_strcmp0 (cards[i].id, capture) == 0)
      return TRUE;
  for (gsize i = 0; i < G_N_ELEMENTS (action_ids); i++)
    if (g_strcmp0 (action_ids[i], capture) == 0)
      return TRUE;
  return FALSE;
}
