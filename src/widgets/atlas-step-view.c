/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "atlas-widgets"

#include "config.h"

#include <glib/gi18n.h>

#include "atlas-change-words.h"
#include "atlas-date-format.h"
#include "atlas-step-view.h"

/* Lines in all, and of them land, at the most. */
#define MOST_LINES 6
#define MOST_PIECES 3

struct _AtlasStepView
{
  AtlasHistoryWidget parent_instance;

  GtkWidget *box;
  GtkLabel *heading;
  GtkLabel *lines;

  AtlasStepChanges *changes;
};

G_DEFINE_FINAL_TYPE (AtlasStepView, atlas_step_view, ATLAS_TYPE_HISTORY_WIDGET)

/* Lines so far, and how many had no room. */
typedef struct
{
  const AtlasPageContext *context;
  GString *markup;
  guint n;
  guint n_more;
} Lines;

static void
add_line (Lines *lines, const char *markup)
{
  if (lines->n == MOST_LINES)
    {
      lines->n_more++;
      return;
    }
  lines->n++;
  g_string_append_printf (lines->markup, "%s%s", lines->markup->len > 0 ? "\n" : "", markup);
}

static char *
link_polity (const AtlasPageContext *context, AtlasPolity *polity)
{
  return g_markup_printf_escaped ("<a href=\"%s\">%s</a>",
                                  atlas_record_get_id (ATLAS_RECORD (polity)),
                                  atlas_text_get (atlas_polity_get_short_name (polity),
                                                  context->lang));
}

/* @pattern has one %s, for the name. */
static void
add_polities (Lines *lines, GPtrArray *polities, const char *pattern)
{
  for (guint i = 0; i < polities->len; i++)
    {
      g_autofree char *link = link_polity (lines->context, polities->pdata[i]);
      GString *line = g_string_new (pattern);

      g_string_replace (line, "%s", link, 1);
      add_line (lines, line->str);
      g_string_free (line, TRUE);
    }
}

/* An event says more than whose the land became. */
static void
add_piece (Lines *lines, const AtlasChange *change)
{
  g_autofree char *title = atlas_change_words_title (lines->context, change);
  g_autofree char *hands = atlas_change_words_hands (lines->context, change);
  g_autofree char *area = atlas_change_words_area (change->area, lines->context->lang);
  const char *id = change->event;
  g_autofree char *line = NULL;

  if (id == NULL && change->to.territory != NULL)
    id = atlas_record_get_id (ATLAS_RECORD (change->to.territory));
  line = id != NULL ? g_markup_printf_escaped ("<a href=\"%s\">%s</a>", id, title)
                    : g_markup_escape_text (title, -1);
  if (g_str_equal (title, hands))
    {
      g_autofree char *with_area = g_markup_printf_escaped (" · %s", area);
      g_autofree char *whole = g_strconcat (line, with_area, NULL);

      add_line (lines, whole);
    }
  else
    {
      g_autofree char *rest =
        g_markup_printf_escaped (" <span size=\"small\" alpha=\"72%%\">%s · %s</span>",
                                 hands,
                                 area);
      g_autofree char *whole = g_strconcat (line, rest, NULL);

      add_line (lines, whole);
    }
}

static void
add_pieces (Lines *lines, GPtrArray *pieces)
{
  g_autoptr (GHashTable) told = g_hash_table_new (g_str_hash, g_str_equal);
  guint n = 0;

  for (guint i = 0; i < pieces->len; i++)
    {
      const AtlasChange *change = pieces->pdata[i];

      if (change->kind == ATLAS_CHANGE_CLAIM ||
          (change->event != NULL && !g_hash_table_add (told, (gpointer) change->event)))
        continue;
      if (n++ < MOST_PIECES)
        add_piece (lines, change);
      else
        lines->n_more++;
    }
}

static void
add_towns (Lines *lines, GPtrArray *towns)
{
  for (guint i = 0; i < towns->len; i++)
    {
      AtlasControl *control = towns->pdata[i];
      const char *to = atlas_control_get_to (control);
      g_autofree char *place = atlas_page_link (lines->context, atlas_control_get_place (control));
      g_autofree char *holder =
        to != NULL ? atlas_page_link (lines->context, to) : g_strdup (_ ("nobody"));
      /* Translators: a town, and whose it is from now on. */
      g_autofree char *line = g_strdup_printf (_ ("%s: now %s"), place, holder);

      add_line (lines, line);
    }
}

static void
add_rest (Lines *lines)
{
  g_autofree char *words = NULL;

  if (lines->n_more == 0)
    return;
  words = g_strdup_printf (ngettext ("and %u more change", "and %u more changes", lines->n_more),
                           lines->n_more);
  g_string_append_printf (lines->markup, "\n%s", words);
}

static void
update (AtlasStepView *self)
{
  AtlasHistoryIndex *index = atlas_history_widget_get_index (ATLAS_HISTORY_WIDGET (self));
  AtlasViewState *state = atlas_history_widget_get_state (ATLAS_HISTORY_WIDGET (self));
  AtlasPageContext context = { 0 };
  Lines lines = { .context = &context };
  g_autofree char *day = NULL;
  g_autofree char *heading = NULL;
  AtlasDay from, to;

  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
  if (index == NULL || state == NULL || self->changes == NULL ||
      !atlas_step_changes_get_days (self->changes, &from, &to))
    return;
  context.dataset = atlas_history_index_get_dataset (index);
  context.lang = atlas_view_state_get_language (state);
  context.date = to;
  lines.markup = g_string_new (NULL);
  add_pieces (&lines, atlas_step_changes_get_pieces (self->changes));
  /* Translators: %s is a state that holds land from now on, or does no longer. */
  add_polities (&lines, atlas_step_changes_get_begun (self->changes), _ ("%s begins"));
  add_polities (&lines, atlas_step_changes_get_ended (self->changes), _ ("%s ends"));
  add_towns (&lines, atlas_step_changes_get_towns (self->changes));
  add_rest (&lines);

  day = atlas_date_format_day (from, ATLAS_DATE_LONG, context.lang);
  /* Translators: %s is the date from which the reader came. */
  heading = g_strdup_printf (_ ("Changed since %s"), day);
  gtk_label_set_text (self->heading, heading);
  gtk_label_set_markup (self->lines, lines.markup->str);
  gtk_widget_set_visible (GTK_WIDGET (self), lines.markup->len > 0);
  g_string_free (lines.markup, TRUE);
}

static gboolean
activate_link_cb (AtlasStepView *self, const char *address)
{
  atlas_view_state_set_selection (atlas_history_widget_get_state (ATLAS_HISTORY_WIDGET (self)),
                                  address);
  return GDK_EVENT_STOP;
}

static void
atlas_step_view_set_state (AtlasHistoryWidget *widget, AtlasViewState *state)
{
  if (state != NULL)
    g_signal_connect_object (state,
                             "notify::language",
                             G_CALLBACK (update),
                             widget,
                             G_CONNECT_SWAPPED);
}

static void
atlas_step_view_set_index (AtlasHistoryWidget *widget, AtlasHistoryIndex *index)
{
  update (ATLAS_STEP_VIEW (widget));
}

static void
atlas_step_view_dispose (GObject *object)
{
  AtlasStepView *self = ATLAS_STEP_VIEW (object);

  g_clear_pointer (&self->box, gtk_widget_unparent);
  g_clear_object (&self->changes);
  G_OBJECT_CLASS (atlas_step_view_parent_class)->dispose (object);
}

static void
atlas_step_view_class_init (AtlasStepViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = atlas_step_view_dispose;
  ATLAS_HISTORY_WIDGET_CLASS (klass)->set_state = atlas_step_view_set_state;
  ATLAS_HISTORY_WIDGET_CLASS (klass)->set_index = atlas_step_view_set_index;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/iliatlas/IliAtlas/ui/step-view.ui");
  gtk_widget_class_bind_template_child (widget_class, AtlasStepView, box);
  gtk_widget_class_bind_template_child (widget_class, AtlasStepView, heading);
  gtk_widget_class_bind_template_child (widget_class, AtlasStepView, lines);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
atlas_step_view_init (AtlasStepView *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
  g_signal_connect_object (self->lines,
                           "activate-link",
                           G_CALLBACK (activate_link_cb),
                           self,
                           G_CONNECT_SWAPPED);
}

void
atlas_step_view_set_changes (AtlasStepView *self, AtlasStepChanges *changes)
{
  g_return_if_fail (ATLAS_IS_STEP_VIEW (self));
  g_return_if_fail (changes == NULL || ATLAS_IS_STEP_CHANGES (changes));

  if (!g_set_object (&self->changes, changes))
    return;
  if (changes != NULL)
    g_signal_connect_object (changes, "changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  update (self);
}
