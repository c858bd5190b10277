/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What can happen to an order. EVENT (id, "name", "English", "中文"); the words stand in
 * the timeline.
 */
/* clang-format off */
EVENT (CREATE,             "create",             "Application begun",                    "开始申请")
EVENT (CONFIRM_INFO,       "confirm-info",       "Data confirmed, form ready to print",  "信息已确认，可打印申请表")
EVENT (EDIT_INFO,          "edit-info",          "Data opened for changes",              "返回修改信息")
EVENT (DOCUMENTS_COMPLETE, "documents-complete", "Documents uploaded",                   "资料已上传")
EVENT (AUTH_PASSED,        "auth-passed",        "Handler verified",                     "经办人认证完成")
EVENT (AUTH_FAILED,        "auth-failed",        "Handler verification failed",          "经办人认证未完成")
EVENT (PAY_NOTIFY,         "pay-notify",         "Paid online",                          "已在线支付")
EVENT (VOUCHER_UPLOADED,   "voucher-uploaded",   "Transfer voucher handed in",           "已提交转账凭证")
EVENT (FUNDS_CONFIRMED,    "funds-confirmed",    "Transfer received",                    "款项已到账")
EVENT (FUNDS_REJECTED,     "funds-rejected",     "Transfer not accepted",                "款项核实未通过")
EVENT (REVIEW_REJECTED,    "review-rejected",    "Returned for correction",              "审核未通过")
EVENT (REVIEW_PASSED,      "review-passed",      "Review passed",                        "审核通过")
EVENT (RESUBMIT,           "resubmit",           "Corrected and handed in again",        "修改后重新提交")
EVENT (TRANSFER_OK,        "transfer-ok",        "Bank proof succeeded",                 "金融认证成功")
EVENT (CODE_OK,            "code-ok",            "Code from the transfer entered",       "已填写转账附言中的验证码")
EVENT (TRANSFER_FAILED,    "transfer-failed",    "Bank proof failed",                    "金融认证未通过")
EVENT (RESUBMIT_ACCOUNT,   "resubmit-account",   "Bank account handed in again",         "重新提交账户信息")
EVENT (START_PRODUCTION,   "start-production",   "Production begun",                     "开始制证")
EVENT (SHIP,               "ship",               "Handed to the courier",                "已寄出")
EVENT (COMPLETE,           "complete",           "Received",                             "已签收")
EVENT (RETURN_TO_SENDER,   "return-to-sender",   "Returned by the courier",              "快递退回")
EVENT (CANCEL,             "cancel",             "Cancelled",                            "已取消")
EVENT (REQUEST_REFUND,     "request-refund",     "Refund requested",                     "申请退款")
EVENT (REFUND_DONE,        "refund-done",        "Refunded",                             "已退款")
EVENT (EXPIRE,             "expire",             "Time ran out",                         "超时失效")
/* clang-format on */
