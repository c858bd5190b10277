/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The four things that run beside the state. SUBSTATE (group, id, "name", "English", "中文")
 * The first row of a group is where an order begins.
 */
/* clang-format off */
SUBSTATE (AUTH,    NONE,             "none",             "Not yet verified",              "未认证")
SUBSTATE (AUTH,    PENDING,          "pending",          "Waiting for the phone",         "等待手机认证")
SUBSTATE (AUTH,    ALTERNATIVE,      "alternative",      "Another way was asked for",     "已申请其他认证方式")
SUBSTATE (AUTH,    PASSED,           "passed",           "Verified",                      "已认证")
SUBSTATE (AUTH,    FAILED,           "failed",           "Failed",                        "认证未完成")
SUBSTATE (AUTH,    EXPIRED,          "expired",          "The code has expired",          "二维码已失效")
SUBSTATE (PAYMENT, NONE,             "none",             "Not paid",                      "未支付")
SUBSTATE (PAYMENT, QR_ISSUED,        "qr-issued",        "Waiting for the payment",       "等待支付")
SUBSTATE (PAYMENT, PAID,             "paid",             "Paid online",                   "已在线支付")
SUBSTATE (PAYMENT, VOUCHER_UPLOADED, "voucher-uploaded", "Voucher handed in",             "已提交转账凭证")
SUBSTATE (PAYMENT, VERIFIED,         "verified",         "Transfer received",             "款项已到账")
SUBSTATE (PAYMENT, VOUCHER_REJECTED, "voucher-rejected", "Voucher not accepted",          "转账凭证未通过")
SUBSTATE (PAYMENT, REFUNDING,        "refunding",        "Refund under way",              "退款中")
SUBSTATE (PAYMENT, REFUNDED,         "refunded",         "Refunded",                      "已退款")
SUBSTATE (FIN_AUTH, NOT_REQUIRED,    "not-required",     "Not needed",                    "无需金融认证")
SUBSTATE (FIN_AUTH, PENDING,         "pending",          "To be sent",                    "待打款")
SUBSTATE (FIN_AUTH, SENT,            "sent",             "0.01 yuan sent",                "已打款 0.01 元")
SUBSTATE (FIN_AUTH, SUCCEEDED,       "succeeded",        "Bank proof succeeded",          "金融认证成功")
SUBSTATE (FIN_AUTH, FAILED,          "failed",           "Failed",                        "金融认证未通过")
SUBSTATE (INVOICE, NONE,             "none",             "No invoice",                    "不开票")
SUBSTATE (INVOICE, REQUESTED,        "requested",        "Requested",                     "待开票")
SUBSTATE (INVOICE, ISSUED,           "issued",           "Issued",                        "已开票")
SUBSTATE (INVOICE, RED,              "red",              "Reversed",                      "已红冲")
/* clang-format on */
