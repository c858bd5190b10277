/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What must be true before a move. FACT (id, "name", "said when it is missing", "缺少时的说明")
 */
/* clang-format off */
FACT (CONSENTED,           "consented",           "Every agreement must be accepted first.", "请先同意全部协议。")
FACT (FIELDS_VALID,        "fields-valid",        "Some fields still need attention.", "还有信息需要补充或更正。")
FACT (SLOTS_COMPLETE,      "slots-complete",      "Some documents are missing or belong to an older printout.", "资料不齐全，或属于旧版申请表。")
FACT (IDENTITY_VERIFIED,   "identity-verified",   "The handler must be verified (again).", "经办人需要（重新）认证。")
FACT (IDENTITY_MATCHES,    "identity-matches",    "The person verified is not the handler of this order.", "认证的人员与业务单上的经办人不一致。")
FACT (FACE_CONSENTED,      "face-consented",      "The separate consent for face data is missing.", "缺少人脸信息处理的单独同意。")
FACT (AMOUNT_EQUAL,        "amount-equal",        "The amount differs from the price of the order.", "金额与订单金额不一致。")
FACT (PAYER_MATCHES,       "payer-matches",       "The payer is not the account of the applying organisation.", "付款方不是申请单位的对公账户。")
FACT (VOUCHER_PRESENT,     "voucher-present",     "The transfer voucher must be uploaded first.", "请先上传转账凭证。")
FACT (PAID_ONLINE,         "paid-online",         "The order was not paid online.", "该订单不是在线支付。")
FACT (FUNDS_SETTLED,       "funds-settled",       "The money has not been confirmed yet.", "款项尚未核实到账。")
FACT (REVIEW_PASSED,       "review-passed",       "The review has not passed yet.", "资料尚未审核通过。")
FACT (JUDGED,              "judged",              "The decision follows from the verdicts; judge the parts of the order and decide then.", "审核结论由各项审核结果得出，请先审核各项内容，再提交结论。")
FACT (REASONS_GIVEN,       "reasons-given",       "At least one reason that names a field or document is needed.", "请至少选择一条原因，并指明对应的信息或资料。")
FACT (FLAGGED_CHANGED,     "flagged-changed",     "Something that was returned has not been changed yet.", "还有退回的内容没有修改。")
FACT (ACCOUNT_TRIES_LEFT,  "account-tries-left",  "The bank proof was tried too often; please call the hall.", "金融认证次数已用完，请联系客服。")
FACT (CODE_MATCHES,        "code-matches",        "The code is not the one in the transfer.", "验证码与转账附言不一致。")
FACT (OTHER_PERSON,        "other-person",        "Who reviewed an order cannot produce it; a colleague must.", "审核与制证须由两人分别完成，请由其他同事制证。")
FACT (COURIER_GIVEN,       "courier-given",       "The courier number is missing.", "请填写快递单号。")
FACT (FIN_AUTH_DONE,       "fin-auth-done",       "There was no bank proof.", "没有进行过金融认证。")
FACT (ALTERNATIVE_ASKED,   "alternative-asked",   "The handler has not asked to be verified another way.", "经办人没有申请其他认证方式。")
FACT (CODE_WANTED,         "code-wanted",         "This project does not ask for a code.", "本项目不需要填写验证码。")
FACT (IDLE,                "idle",                "The time has not run out yet.", "尚未超时。")
/* clang-format on */
