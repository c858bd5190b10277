/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Who can act. ACTOR (id, "name", "English", "中文"). The first is the applicant's side, the
 * last two are no people.
 */
/* clang-format off */
ACTOR (HANDLER,       "handler",       "Handler",        "经办人")
ACTOR (REVIEWER,      "reviewer",      "Reviewer",       "审核员")
ACTOR (CASHIER,       "cashier",       "Cashier",        "出纳")
ACTOR (PRODUCER,      "producer",      "Producer",       "制证员")
ACTOR (AUDITOR,       "auditor",       "Auditor",        "审计员")
ACTOR (ADMINISTRATOR, "administrator", "Administrator",  "管理员")
ACTOR (PROVIDER,      "provider",      "Bank or payment service", "银行或支付机构")
ACTOR (TIMER,         "timer",         "Clock",          "系统定时")
/* clang-format on */
