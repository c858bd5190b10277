/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * An order as the database keeps it. Loaded, changed and saved on one thread.
 */
#pragma once

#include "hall-application.h"
#include "hall-db.h"
#include "hall-substate.h"
#include "hall-vault.h"

typedef struct
{
  char *number;
  char *account;
  char *project;
  char *certificate_type;
  char *organisation;
  HallState state;
  HallSubstate sub[HALL_N_SUBSTATES];
  gint64 version;
  gint64 revision;
  gint64 change_number;         /* of the hall's last change that touched this order */
  HallApplication *application; /* as filled in now */
  char *printed_hash;           /* (nullable): of the confirmed revision */
  gint64 amount_fen;
  char *channel; /* (nullable): name of the HallPayChannel */
  gint64 created_s;
  gint64 changed_s;
  gint64 submitted_s;
  gint64 deadline_s;
  char *identity_key;     /* (nullable): keyed hash of the name and number verified */
  gint64 identity_s;      /* when */
  char *alternative_note; /* (nullable) */
  char *reviewed_by;      /* (nullable): staff name */
  char *reviewed_hash;    /* (nullable): content_hash when it was approved */
  gint64 return_round;    /* of the returns in force; 0: none */
  char *bank_reason;      /* (nullable): reason code */
  char *code_hash;        /* (nullable): of the code in the transfer's remark */
  char *courier;          /* (nullable) */
  char *tracking_number;  /* (nullable) */
  char *pin_hash;         /* (nullable) */
  gint64 pin_sent_s;
  gint64 audit_count;
  char *audit_head;   /* hash of the last audit entry; "" before the first */
  gint64 resubmitted; /* 1 while it waits after having been returned */
  char *wanted_by;    /* (nullable): staff who returned it: it comes back to them first */
  char *mobile_key;   /* (nullable): keyed hash of the handler's mobile; see hall-queue-search.h */
  char *uscc_key;     /* (nullable): of the organisation's credit code */
  char *bank_key;     /* (nullable): of the bank account; see hall-duplicate-store.h */
  char *content_hash; /* of what an approval covers, as it is now */
  char *reviewed_shown; /* (nullable): of everything that lay before who approved it */
  char *edited_by;      /* (nullable): account or staff name of who changed the content last */
  char *produced_by;    /* (nullable): staff name */
} HallRecord;

HallRecord *hall_record_new (const char *number);
void hall_record_free (HallRecord *self);

/* NULL without @error if there is no such order. */
HallRecord *
hall_record_load (HallDb *db, const HallVault *vault, const char *number, GError **error);

gboolean hall_record_insert (HallDb *db, const HallVault *vault, HallRecord *self, GError **error);

/**
 * hall_record_save:
 *
 * Writes every column and makes the version one larger, provided that nobody else has.
 * @error: %HALL_ERROR_STALE if somebody has
 */
gboolean hall_record_save (HallDb *db, const HallVault *vault, HallRecord *self, GError **error);

/* Writes only how far the audit trail has come: a look at an order is no change of it. */
gboolean hall_record_save_audit (HallDb *db, const HallRecord *self, GError **error);

/* Sets an owned text of a record. */
#define hall_record_set(record, member, value) \
  G_STMT_START                                 \
  {                                            \
    char *new_value_ = g_strdup (value);       \
    g_free ((record)->member);                 \
    (record)->member = new_value_;             \
  }                                            \
  G_STMT_END

/* For other queries over whole rows: "SELECT … FROM orders", and reading what it gives.
 * @vault: (nullable): without it, what is sealed is left out */
const char *hall_record_select_sql (void);
const char *hall_record_summary_columns (void); /* the same columns, NULL for what is sealed */
guint hall_record_n_columns (void);
HallRecord *hall_record_read_row (HallStmt *stmt, const HallVault *vault, GError **error);

/* The newest change of one account's orders; -1 with @error. */
gint64 hall_record_newest_change (HallDb *db, const char *account, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HallRecord, hall_record_free)
