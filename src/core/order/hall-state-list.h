/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The life of an order. STATE (id, "name", tone, "English", "中文",
 *        "what comes next, for the handler", "下一步，写给经办人")
 */
/* clang-format off */
STATE (DRAFT,                 "draft",                 YOURS,   "Draft",                    "草稿",
       "Fill in the form and confirm it.", "填写申请信息并确认。")
STATE (AWAITING_DOCUMENTS,    "awaiting-documents",    YOURS,   "Documents to upload",      "待上传资料",
       "Print the form, have it signed and stamped, scan it and upload it.", "打印申请表，签字盖章后扫描上传。")
STATE (AWAITING_HANDLER_AUTH, "awaiting-handler-auth", YOURS,   "Handler to be verified",   "待经办人认证",
       "Scan the code with your phone and verify yourself.", "用手机扫码完成经办人认证。")
STATE (AWAITING_PAYMENT,      "awaiting-payment",      YOURS,   "To be paid",               "待支付",
       "Pay online or by transfer from the organisation's account.", "在线支付，或用单位对公账户转账。")
STATE (PAYMENT_VERIFYING,     "payment-verifying",     WAITING, "Payment being verified",   "款项核实中",
       "The hall checks your transfer and your documents. Nothing to do for you.", "营业厅正在核实款项并审核资料，请等待。")
STATE (UNDER_REVIEW,          "under-review",          WAITING, "Under review",             "审核中",
       "The hall reviews your documents. Nothing to do for you.", "营业厅正在审核资料，请等待。")
STATE (REJECTED,              "rejected",              STOPPED, "Not passed",               "未通过",
       "Correct what is marked and hand it in again.", "按标出的原因修改后重新提交。")
STATE (FIN_AUTH_PENDING,      "fin-auth-pending",      WAITING, "Bank proof under way",     "金融认证中",
       "0.01 yuan is on its way to the organisation's account; the remark holds the PIN.", "正在向单位对公账户打款 0.01 元，附言中有 PIN 码，请留意。")
STATE (FIN_AUTH_FAILED,       "fin-auth-failed",       STOPPED, "Bank proof failed",        "金融认证未通过",
       "Check the bank account and hand it in again.", "核对账户信息后重新提交金融认证。")
STATE (ACCEPTED,              "accepted",              WAITING, "Accepted",                 "成功受理",
       "The hall will produce the certificate. Nothing to do for you.", "营业厅即将制作证书，请等待。")
STATE (IN_PRODUCTION,         "in-production",         WAITING, "Being produced",           "制证中",
       "The key is being made and will be sent by courier, freight collect.", "证书制作中，完成后快递寄出（邮费到付）。")
STATE (SHIPPED,               "shipped",               WAITING, "Shipped",                  "已寄出",
       "The key is on its way; the courier collects the freight.", "证书已寄出，请留意快递（邮费到付）。")
STATE (COMPLETED,             "completed",             DONE,    "Completed",                "已完成",
       "All done. Keep the key and the PIN apart.", "已办结。请将证书和 PIN 码分开保管。")
STATE (CANCELLED,             "cancelled",             CLOSED,  "Cancelled",                "已取消",
       "This order is closed.", "该业务单已关闭。")
STATE (REFUND_PENDING,        "refund-pending",        WAITING, "Refund under way",         "退款中",
       "The hall pays the money back.", "营业厅正在办理退款。")
STATE (REFUNDED,              "refunded",              CLOSED,  "Refunded",                 "已退款",
       "The money has been paid back.", "款项已退回。")
STATE (EXPIRED,               "expired",               CLOSED,  "Expired",                  "已失效",
       "Time ran out; please apply again.", "已超时失效，请重新申请。")
/* clang-format on */
