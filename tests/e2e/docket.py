# SPDX-License-Identifier: GPL-3.0-or-later
#
# The twenty orders of a day at the desk: what each is, what the clerk says of it, and where it
# stands in the evening. Every family of reasons is used once.

from collections import namedtuple

# organisation: its name, which tells the clerk which row this is; person: for a person of it;
# pay: as certhallctl apply takes it; fields: what is other than in the example; judge: how the
# clerk goes about it, a method of clerk.Clerk; fault: (nullable); state: in the evening
Order = namedtuple("Order", "organisation person pay fields judge fault state")

# place: a field, a slot, or one of the two below; pick: the digit beside the reason, or what is
# searched; text: written beside it
Fault = namedtuple("Fault", "place reason pick text", defaults=("",))
AUTH, ORDER = "handler_auth", "order"

WECHAT, ALIPAY, TRANSFER = "sandbox-wechat", "sandbox-alipay", "transfer"


def _good(name, judge="accept_rest", person=False, pay=WECHAT, state="accepted", **fields):
    return Order(name, person, pay, fields, judge, None, state)


def _bad(name, fault, judge="send_back", person=False, pay=ALIPAY, **fields):
    return Order(name, person, pay, fields, judge, fault, "rejected")


DAY = (
    _good("深圳市甲子科技有限公司"),
    _bad("深圳市乙丑纸业有限公司", Fault("application_form", "F02", "2")),
    _good("深圳市丙寅物流有限公司", "accept_each"),
    _bad("深圳市丁卯环保有限公司", Fault("business_licence", "L02", "l02")),
    _bad("深圳市戊辰建设有限公司", Fault("seal_capture_sheet", "S05", "4")),
    _good("深圳市己巳医疗有限公司", "accept_twice", pay=ALIPAY),
    _bad("深圳市庚午咨询有限公司", Fault("subject_id_copy", "P02", "2"), person=True),
    _bad("深圳市辛未园林有限公司", Fault(AUTH, "H01", "1"), "send_back_twice"),
    _good("深圳市壬申印刷有限公司", pay=TRANSFER, state="payment-verifying"),
    _bad("深圳市癸酉贸易有限公司", Fault("payment_voucher", "Y04", "y04"), pay=TRANSFER),
    _good("深圳市甲戌设计有限公司", person=True),
    _bad("深圳市乙亥电子有限公司", Fault("delivery.detail_address", "A01", "1")),
    _bad("深圳市丙子机械有限公司", Fault("invoice.tax_no", "I01", "i01")),
    _good("深圳市丁丑食品有限公司", state="fin-auth-failed",
          basic_account__account_no="755900000014444"),
    _bad("深圳市戊寅软件有限公司", Fault(ORDER, "D01", "1")),
    _bad("深圳市己卯装饰有限公司", Fault("basic_account.branch_name", "B02", "b02")),
    _good("深圳市庚辰测绘有限公司", "accept_each", person=True, pay=ALIPAY),
    _bad("深圳市辛巳传媒有限公司",
         Fault("organisation.address", "X99", "x99", "The licence says No. 2"),
         "send_back_reworded"),
    _good("深圳市壬午水务有限公司"),
    _good("深圳市癸未能源有限公司", "accept_twice"),
)
FAMILIES = "FLSPHYAIDBX"
