/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What producers work with: the orders to make and to send, their certificates and the labels of
 * their parcels. The PIN is in none of it.
 */
#include "hall-address-label.h"
#include "hall-batch-list.h"
#include "hall-certificate-store.h"
#include "hall-limits.h"
#include "hall-move.h"
#include "hall-queue-store.h"
#include "hall-reply.h"
#include "hall-routes.h"
#include "hall-settings.h"
#include "hall-wire-production.h"

#define PRODUCER HALL_ACTOR_BIT (HALL_ACTOR_PRODUCER)

typedef struct
{
  const HallCatalog *catalog;
  const HallApplication *application;
} Filled;

/* (transfer full): NULL where the type of certificate has no such field, or it is empty */
static char *
copy_role (const Filled *self, HallFieldRole role)
{
  const char *text = hall_application_get_role (self->application, self->catalog, role);

  return *text != '\0' ? g_strdup (text) : NULL;
}

static char *
join_address (const Filled *self)
{
  const char *parts[] = {
    hall_application_get_role (self->application, self->catalog, HALL_FIELD_ROLE_DELIVERY_PROVINCE),
    hall_application_get_role (self->application, self->catalog, HALL_FIELD_ROLE_DELIVERY_CITY),
    hall_application_get_role (self->application, self->catalog, HALL_FIELD_ROLE_DELIVERY_DISTRICT),
    hall_application_get_role (self->application, self->catalog, HALL_FIELD_ROLE_DELIVERY_ADDRESS),
  };

  /* a city that is a province stands in the address once */
  return g_strconcat (parts[0], g_str_equal (parts[0], parts[1]) ? "" : parts[1], parts[2],
                      parts[3], NULL);
}

static void
fill_from_application (HallBatchItem *item, const Filled *filled, gboolean for_person)
{
  item->organisation_code = copy_role (filled, HALL_FIELD_ROLE_ORGANISATION_CODE);
  if (for_person)
    {
      item->subject = copy_role (filled, HALL_FIELD_ROLE_SUBJECT_NAME);
      item->subject_id = copy_role (filled, HALL_FIELD_ROLE_SUBJECT_ID);
    }
  item->recipient = copy_role (filled, HALL_FIELD_ROLE_DELIVERY_RECIPIENT);
  item->phone = copy_role (filled, HALL_FIELD_ROLE_DELIVERY_PHONE);
  item->address = join_address (filled);
  item->postcode = copy_role (filled, HALL_FIELD_ROLE_DELIVERY_POSTCODE);
}

/* How the PIN went, by the rule. What it is, nobody is told. */
static void
fill_pin (HallBatchItem *item,
          const HallRecord *record,
          const HallCatalog *catalog,
          const HallCertificateType *type)
{
  HallPayChannel channel = hall_pay_channel_from_name (record->channel);
  const HallPinRule *rule;

  if (channel >= HALL_N_PAY_CHANNELS)
    return;
  rule = hall_pin_rule (channel, type->for_person, catalog->fin_auth_mode);
  item->pin_recipient = (int) rule->recipient;
  item->pin_by_sms = rule->way == HALL_PIN_BY_SMS;
  item->pin_sent_s = record->pin_sent_s;
}

static gboolean
fill_certificate (HallContext *context, HallBatchItem *item, GError **error)
{
  g_autoptr (GError) failure = NULL;
  g_autoptr (HallCertificate) certificate =
      hall_certificate_get (context->db, item->order, &failure);

  if (failure != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&failure));
      return FALSE;
    }
  if (certificate == NULL)
    return TRUE;
  item->serial = g_steal_pointer (&certificate->serial);
  item->valid_from = g_steal_pointer (&certificate->valid_from);
  item->valid_to = g_steal_pointer (&certificate->valid_to);
  return TRUE;
}

static gboolean
needs_colleague (const HallContext *context, const HallRecord *record)
{
  return g_strcmp0 (record->reviewed_by, context->caller.staff) == 0
         && hall_settings_is_two_person_rule (context);
}

/* NULL with @error */
static HallBatchItem *
make_item (HallContext *context, const char *number, GError **error)
{
  g_autoptr (HallRecord) record = hall_context_load_order (context, number, error);
  g_autoptr (HallBatchItem) item = NULL;
  const HallCertificateType *type;
  HallCatalog *catalog;

  if (record == NULL || !hall_context_find_type (context, record, &catalog, &type, error))
    return NULL;
  item = hall_batch_item_new (record->number);
  item->version = record->version;
  item->state = record->state;
  item->project = g_strdup (record->project);
  item->certificate_type = g_strdup (record->certificate_type);
  item->type_label = g_strdup (hall_label_get (&type->label, context->lang));
  item->organisation = g_strdup (record->organisation);
  item->courier = g_strdup (record->courier);
  item->tracking_number = g_strdup (record->tracking_number);
  item->needs_colleague = needs_colleague (context, record);
  fill_from_application (item, &(Filled){ catalog, record->application }, type->for_person);
  fill_pin (item, record, catalog, type);
  return fill_certificate (context, item, error) ? g_steal_pointer (&item) : NULL;
}

static HallAnswer *
get_production (HallContext *context, const HallRequest *request, GError **error)
{
  const char *tab = hall_request_get_query (request, "tab");
  HallQueueQuery query = { .tab = tab != NULL ? tab : "production",
                           .staff = context->caller.staff,
                           .cursor = hall_request_get_query (request, "cursor"),
                           .now_s = context->now_s };
  g_autoptr (HallBatchPage) page = hall_batch_page_new ();
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  g_autoptr (GPtrArray) rows = NULL;

  if (!g_str_equal (query.tab, "production") && !g_str_equal (query.tab, "shipping"))
    {
      g_set_error (error, HALL_ERROR, HALL_ERROR_INVALID, "there is no tab “%s”", query.tab);
      return NULL;
    }
  if (!hall_reply_read_limit (request, &query.limit, error))
    return NULL;
  rows = hall_queue_list (context->db, context->setup->vault, &query, &page->next, error);
  if (rows == NULL)
    return NULL;
  for (guint i = 0; i < rows->len; i++)
    {
      const HallQueueRow *row = g_ptr_array_index (rows, i);
      HallBatchItem *item = make_item (context, row->record->number, error);

      if (item == NULL)
        return NULL;
      g_ptr_array_add (page->items, item);
    }
  hall_wire_add_batch_page (builder, page);
  return hall_answer_new_json (200, json_builder_get_root (builder));
}

/* NULL with @error; what is wrong with a member is said of that member. */
static HallBatchLine *
read_certificate (HallContext *context, const HallRequest *request, GError **error)
{
  static const char *const members[] = { "serial", "valid_from", "valid_to", NULL };
  g_autoptr (HallJson) json = hall_reply_open_body (request);
  g_autoptr (HallBatchLine) line = NULL;
  g_auto (HallIssue) issue = HALL_ISSUE_INIT;
  const char *values[HALL_BATCH_VALUES];

  hall_json_expect (json, members);
  for (guint i = 0; i < HALL_BATCH_VALUES; i++)
    values[i] = hall_json_string (json, members[i]);
  if (!hall_json_finish (json, error))
    return NULL;
  line = hall_batch_line_new (HALL_BATCH_CERTIFICATES, hall_request_get_arg (request, 0), values);
  if (hall_batch_line_check (line, HALL_BATCH_CERTIFICATES, &issue) == HALL_GOOD)
    return g_steal_pointer (&line);
  hall_reply_set_field_error (error, context,
                              issue.code == HALL_ISSUE_LINE_SERIAL ? "serial" : "valid_to",
                              issue.code, issue.args[0]);
  return NULL;
}

static gboolean
check_producible (const HallContext *context, const HallRecord *record, GError **error)
{
  if (needs_colleague (context, record))
    g_set_error_literal (
        error, HALL_ERROR, HALL_ERROR_DENIED,
        hall_reply_say (context, "审核与制证须由两人分别完成，请由其他同事登记证书。",
                        "Who reviewed an order cannot produce it; a colleague must enter the "
                        "certificate."));
  else if (record->state != HALL_STATE_IN_PRODUCTION)
    g_set_error_literal (error, HALL_ERROR, HALL_ERROR_CONFLICT,
                         hall_reply_say (context, "只有制证中的业务单可以登记证书。",
                                         "A certificate is entered while its order is in "
                                         "production."));
  else
    return TRUE;
  return FALSE;
}

static HallAnswer *
put_certificate (HallContext *context, const HallRequest *request, GError **error)
{
  g_autoptr (HallBatchLine) line = NULL;
  g_autoptr (HallCase) order = hall_case_load (context, hall_request_get_arg (request, 0), error);
  HallCertificate certificate = { .entered_by = context->caller.staff,
                                  .entered_s = context->now_s };
  g_autoptr (GError) failure = NULL;

  if (order == NULL || !hall_reply_check_match (context, request, order->record, error)
      || !check_producible (context, order->record, error))
    return NULL;
  line = read_certificate (context, request, error);
  if (line == NULL)
    return NULL;
  certificate.serial = line->values[0];
  certificate.valid_from = line->values[1];
  certificate.valid_to = line->values[2];
  if (!hall_certificate_put (context->db, order->record->number, &certificate, &failure))
    {
      if (g_error_matches (failure, HALL_ERROR, HALL_ERROR_CONFLICT))
        g_set_error (error, HALL_ERROR, HALL_ERROR_CONFLICT,
                     hall_reply_say (context, "证书序列号 %s 已登记在另一笔业务单上。",
                                     "Another order has the serial number %s already."),
                     certificate.serial);
      else
        g_propagate_error (error, g_steal_pointer (&failure));
      return NULL;
    }
  if (!hall_move_touch (context, order, HALL_ACTOR_PRODUCER, "certificate-entered",
                        certificate.serial, error))
    return NULL;
  return hall_reply_moved (context, order, error);
}

typedef struct
{
  char **numbers;
  HallLabelSheet sheet;
  guint skip;
} LabelWish;

static gboolean
read_label_wish (const HallRequest *request, LabelWish *wish, GError **error)
{
  const char *orders = hall_request_get_query (request, "orders");
  const char *sheet = hall_request_get_query (request, "sheet");
  const char *skip = hall_request_get_query (request, "skip");
  guint64 number = 0;

  wish->numbers = g_strsplit (orders != NULL ? orders : "", ",", -1);
  wish->sheet = hall_label_sheet_from_name (sheet != NULL ? sheet : "a4");
  if (g_strv_length (wish->numbers) == 0 || g_strv_length (wish->numbers) > HALL_MAX_LABELS)
    g_set_error (error, HALL_ERROR, HALL_ERROR_INVALID, "orders must name 1 to %d orders",
                 HALL_MAX_LABELS);
  else if (wish->sheet >= HALL_N_LABEL_SHEETS)
    g_set_error (error, HALL_ERROR, HALL_ERROR_INVALID, "there is no sheet “%s”", sheet);
  else if (skip != NULL
           && !g_ascii_string_to_unsigned (skip, 10, 0,
                                           hall_label_sheet_get_places (wish->sheet) - 1, &number,
                                           NULL))
    g_set_error_literal (error, HALL_ERROR, HALL_ERROR_INVALID,
                         "skip must leave a place on the first sheet");
  else
    {
      wish->skip = (guint) number;
      return TRUE;
    }
  return FALSE;
}

/* Addresses are given out for what is made and sent, not for every order there is. */
static gboolean
check_for_parcel (HallContext *context, const HallBatchItem *item, GError **error)
{
  if (item->state == HALL_STATE_ACCEPTED || item->state == HALL_STATE_IN_PRODUCTION
      || item->state == HALL_STATE_SHIPPED)
    return TRUE;
  g_set_error (error, HALL_ERROR, HALL_ERROR_CONFLICT,
               hall_reply_say (context, "业务单 %s 尚不能寄出，没有打印标签。",
                               "Order %s is not to be sent; no label was printed."),
               item->order);
  return FALSE;
}

static GPtrArray *
load_items (HallContext *context, char **numbers, GError **error)
{
  g_autoptr (GPtrArray) items =
      g_ptr_array_new_with_free_func ((GDestroyNotify) hall_batch_item_free);

  for (guint i = 0; numbers[i] != NULL; i++)
    {
      HallBatchItem *item = make_item (context, numbers[i], error);

      if (item == NULL)
        return NULL;
      g_ptr_array_add (items, item);
      if (!check_for_parcel (context, item, error))
        return NULL;
    }
  return g_steal_pointer (&items);
}

static HallAnswer *
get_labels (HallContext *context, const HallRequest *request, GError **error)
{
  const HallSheetInfo info = { .hall_name = context->setup->name,
                               .practice = context->setup->practice };
  g_autoptr (GPtrArray) labels = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GPtrArray) items = NULL;
  g_auto (GStrv) numbers = NULL;
  LabelWish wish = { 0 };
  gboolean good = read_label_wish (request, &wish, error);
  GBytes *pdf;

  numbers = wish.numbers;
  items = good ? load_items (context, numbers, error) : NULL;
  if (items == NULL)
    return NULL;
  for (guint i = 0; i < items->len; i++)
    {
      const HallBatchItem *item = g_ptr_array_index (items, i);
      const HallAddressLabel label = { item->order,
                                       item->organisation,
                                       item->recipient != NULL ? item->recipient : "",
                                       item->phone != NULL ? item->phone : "",
                                       item->address,
                                       item->postcode };

      g_ptr_array_add (labels, g_memdup2 (&label, sizeof label));
    }
  pdf = hall_address_labels_print (labels, wish.sheet, wish.skip, &info, error);
  return pdf != NULL ? hall_answer_new_bytes (200, "application/pdf", pdf) : NULL;
}

const HallRoute hall_routes_production[] = {
  { "GET", HALL_PATH_PRODUCTION, PRODUCER, HALL_BODY_NONE, 0, HALL_ROUTE_PLAIN, get_production,
    NULL },
  { "GET", HALL_PATH_LABELS, PRODUCER, HALL_BODY_NONE, 0, HALL_ROUTE_PLAIN, get_labels, NULL },
  { "PUT", HALL_PATH_CERTIFICATE, PRODUCER, HALL_BODY_JSON, HALL_MAX_JSON_BYTES,
    HALL_ROUTE_WRITES | HALL_ROUTE_NEEDS_MATCH, put_certificate, NULL },
  { NULL },
};
