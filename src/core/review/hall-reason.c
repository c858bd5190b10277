/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hall-reason.h"

/* Places as bits: documents, then sections, then what is neither. */
#define DOC_(kind)    (1u << HALL_DOCUMENT_##kind)
#define SEC_(subject) (1u << (HALL_N_DOCUMENTS + HALL_SECTION_##subject))
#define AUTH          (1u << (HALL_N_DOCUMENTS + HALL_N_SECTIONS))
#define ORDER         (1u << (HALL_N_DOCUMENTS + HALL_N_SECTIONS + 1))
#define ANY           (~0u)

#define ORGANISATION_SEAL (1u << (HALL_N_DOCUMENTS + HALL_N_SECTIONS + 2))
#define PERSON_SEAL       (1u << (HALL_N_DOCUMENTS + HALL_N_SECTIONS + 3))

G_STATIC_ASSERT (HALL_N_DOCUMENTS + HALL_N_SECTIONS + 4 <= 32);

typedef struct
{
  const char *code;
  guint places;
  HallStaticLabel label;
} Row;

#define REASON(code_, places_, en, zh) \
  [HALL_REASON_##code_] = { .code = #code_, .places = places_, .label = HALL_TEXTS (en, zh) },
static const Row rows[HALL_N_REASONS] = {
#include "hall-reason-list.h"
};
#undef REASON

const char *
hall_reason_get_code (HallReason reason)
{
  g_return_val_if_fail (reason < HALL_N_REASONS, NULL);
  return rows[reason].code;
}

HallReason
hall_reason_from_code (const char *code)
{
  for (guint i = 0; i < HALL_N_REASONS; i++)
    if (g_strcmp0 (rows[i].code, code) == 0)
      return i;
  return HALL_N_REASONS;
}

const char *
hall_reason_get_label (HallReason reason, HallLang lang)
{
  g_return_val_if_fail (reason < HALL_N_REASONS && lang < HALL_N_LANGS, "");
  return rows[reason].label.text[lang];
}

static guint
document_bits (const HallRequirement *requirement, const HallCertificateType *type)
{
  guint bits = 1u << requirement->kind;

  if (!hall_requirement_is_in_type (requirement, type))
    return 0;
  if (requirement->kind == HALL_DOCUMENT_SEAL_SHEET)
    bits |= type->for_person ? PERSON_SEAL : ORGANISATION_SEAL;
  return bits;
}

/* What a place is, as bits; 0 if an order of @type has no such place. */
static guint
place_bits (const HallCatalog *catalog, const HallCertificateType *type, const char *place)
{
  const HallField *field = hall_catalog_find_field (catalog, place);
  const HallRequirement *requirement = hall_catalog_find_requirement (catalog, place);

  if (field != NULL)
    return hall_section_is_in_type (field->section, type)
               ? 1u << (HALL_N_DOCUMENTS + field->section->subject)
               : 0;
  if (requirement != NULL)
    return document_bits (requirement, type);
  if (g_strcmp0 (place, HALL_PLACE_HANDLER_AUTH) == 0)
    return AUTH;
  return g_strcmp0 (place, HALL_PLACE_ORDER) == 0 ? ORDER : 0;
}

gboolean
hall_reason_fits (HallReason reason,
                  const HallCatalog *catalog,
                  const HallCertificateType *type,
                  const char *place)
{
  g_return_val_if_fail (reason < HALL_N_REASONS, FALSE);
  return (rows[reason].places & place_bits (catalog, type, place)) != 0;
}

gboolean
hall_reason_needs_text (HallReason reason)
{
  return reason == HALL_REASON_X99;
}

gboolean
hall_event_can_return (HallEvent event, const HallCatalog *catalog, const char *place)
{
  const HallRequirement *voucher = hall_catalog_find_document (catalog, HALL_DOCUMENT_VOUCHER);

  if (event != HALL_EVENT_FUNDS_REJECTED)
    return event == HALL_EVENT_REVIEW_REJECTED;
  return (voucher != NULL && g_strcmp0 (place, voucher->slot) == 0)
         || g_strcmp0 (place, HALL_PLACE_ORDER) == 0;
}

const char *
hall_reason_get_next_step (const HallCatalog *catalog, const char *place, HallLang lang)
{
  static const HallStaticLabel field =
      HALL_TEXTS ("Correct this field and hand the order in again.", "请修改此项后重新提交。");
  static const HallStaticLabel printed = HALL_TEXTS (
      "Correct this field, print the form again, have it signed and stamped, and upload it.",
      "请修改此项，重新打印申请表，签字盖章后上传，再重新提交。");
  static const HallStaticLabel document =
      HALL_TEXTS ("Upload this document again and hand the order in.",
                  "请重新上传此项资料后再提交。");
  static const HallStaticLabel auth =
      HALL_TEXTS ("Verify yourself again and hand the order in.", "请重新完成经办人认证后再提交。");
  static const HallStaticLabel order =
      HALL_TEXTS ("Please call the hall before you go on.", "请联系客服后再处理。");
  const HallField *found = hall_catalog_find_field (catalog, place);

  if (found != NULL)
    return found->print != HALL_PRINT_NOT ? printed.text[lang] : field.text[lang];
  if (hall_catalog_find_requirement (catalog, place) != NULL)
    return document.text[lang];
  return g_strcmp0 (place, HALL_PLACE_HANDLER_AUTH) == 0 ? auth.text[lang] : order.text[lang];
}

const char *
hall_place_get_label (const HallCatalog *catalog, const char *place, HallLang lang)
{
  static const HallStaticLabel auth = HALL_TEXTS ("Verification of the handler", "经办人认证");
  static const HallStaticLabel order = HALL_TEXTS ("The order as a whole", "业务单整体");
  const HallField *field = hall_catalog_find_field (catalog, place);
  const HallRequirement *requirement = hall_catalog_find_requirement (catalog, place);

  if (field != NULL)
    return hall_label_get (&field->label, lang);
  if (requirement != NULL)
    return hall_label_get (&requirement->label, lang);
  return g_strcmp0 (place, HALL_PLACE_HANDLER_AUTH) == 0 ? auth.text[lang] : order.text[lang];
}

HallReturn *
hall_return_new (HallReason reason, const char *place, const char *text)
{
  HallReturn *self = g_new0 (HallReturn, 1);

  self->reason = reason;
  self->place = g_strdup (place);
  self->text = text != NULL && *text != '\0' ? g_strdup (text) : NULL;
  return self;
}

HallReturn *
hall_return_copy (const HallReturn *self)
{
  HallReturn *copy = hall_return_new (self->reason, self->place, self->text);

  copy->mark = self->mark;
  return copy;
}

void
hall_return_free (HallReturn *self)
{
  g_free (self->place);
  g_free (self->text);
  g_free (self);
}

char *
hall_return_format (const HallReturn *self, HallLang lang)
{
  const char *label = hall_reason_get_label (self->reason, lang);

  if (self->text == NULL)
    return g_strdup (label);
  return g_strconcat (label, lang == HALL_LANG_EN ? " " : "", self->text, NULL);
}
