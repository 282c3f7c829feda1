package org.tutortimes.server.classroom;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import io.javalin.router.JavalinDefaultRoutingApi;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.tutortimes.server.Refused;
import org.tutortimes.server.access.Access;
import org.tutortimes.server.access.AccessControl;
import org.tutortimes.server.access.Caller;
import org.tutortimes.server.classes.ClassSession;
import org.tutortimes.server.classes.ClassSessions;
import org.tutortimes.server.classes.Classes;
import org.tutortimes.server.classes.TeachingClass;
import org.tutortimes.server.classroom.ClassView.Done;
import org.tutortimes.server.language.Words;
import org.tutortimes.server.pages.PageFrame;
import org.tutortimes.server.pages.PageLanguage;
import org.tutortimes.server.request.Ids;

/// The page of a class: its sessions, its students, and when it meets.
final class ClassPage {

    private static final int MOST_NAMED = 5;
    private static final String PATH = "/classes/{id}";

    private final Classes classes;
    private final ClassSessions sessions;
    private final Teaching teaching;
    private final InstantSource clock;
    private final PageFrame frame;

    ClassPage(ClassroomRoutes.Parts parts, Teaching teaching, PageFrame frame) {
        this.classes = parts.classes();
        this.sessions = parts.sessions();
        this.clock = parts.clock();
        this.teaching = teaching;
        this.frame = frame;
    }

    void addTo(JavalinDefaultRoutingApi routes) {
        routes.get(PATH, frame.page(this::show), Access.PAGE);
        routes.post(PATH + "/enrol", frame.page(this::enrol), Access.PAGE_CHANGE);
        routes.post(PATH + "/remove", frame.page(this::remove), Access.PAGE_CHANGE);
        routes.post(PATH + "/settings", frame.page(this::change), Access.PAGE_CHANGE);
        routes.post(
                PATH + "/archive",
                frame.page(context -> turn(context, "ARCHIVED")),
                Access.PAGE_CHANGE);
        routes.post(
                PATH + "/restore",
                frame.page(context -> turn(context, "ACTIVE")),
                Access.PAGE_CHANGE);
        routes.post(PATH + "/sessions", frame.page(this::plan), Access.PAGE_CHANGE);
    }

    private void show(Context context) {
        show(context, ClassDone.read(context, PageLanguage.words(context)), null);
    }

    private void show(Context context, Done done, @Nullable PlanForm plan) {
        Caller caller = AccessControl.caller(context);
        TeachingClass teachingClass = classes.one(caller, id(context));
        long unitId = teachingClass.unitId();
        ZoneId zone = teaching.zoneOf(unitId);
        List<Long> unenrolled = unenrolled(teachingClass);
        Words words = PageLanguage.words(context);
        ClassView view =
                new ClassView(
                        teachingClass,
                        teaching.unit(unitId),
                        teaching.decides(caller, unitId),
                        meeting(teachingClass, words),
                        teaching.tutors(unitId),
                        teaching.people(teachingClass.enrolled()),
                        unenrolled.size(),
                        sessions.ofClass(caller, teachingClass.id()).stream()
                                .map(session -> line(session, zone, words))
                                .toList(),
                        plan == null ? PlanForm.empty(clock.instant(), zone) : plan,
                        done);
        frame.show(
                context,
                "classroom/teachingClass",
                teaching.shell(context, teachingClass.name(), unitId),
                Map.of("view", view));
    }

    private List<Long> unenrolled(TeachingClass teachingClass) {
        List<Long> students = new ArrayList<>();
        teaching.students(teachingClass.unitId()).forEach(student -> students.add(student.id()));
        students.removeAll(teachingClass.enrolled());
        return students;
    }

    private ClassView.SessionLine line(ClassSession session, ZoneId zone, Words words) {
        return new ClassView.SessionLine(
                session.id(),
                session.title(),
                SessionWords.sign(session.status()),
                SessionWords.state(session.status(), words),
                SessionWords.times(session, zone, clock.instant(), words));
    }

    /// When a class meets, in words; empty where that is not known.
    static String meeting(TeachingClass teachingClass, Words words) {
        String weekday = teachingClass.weekday();
        return weekday == null
                ? ""
                : words.text(
                        "classroom.meets." + weekday,
                        String.valueOf(teachingClass.meetingTime()),
                        Long.toString(teachingClass.durationMinutes()));
    }

    /// Takes a list of students, or all of the unit, or those whom an undo names.
    private void enrol(Context context) {
        TeachingClass teachingClass = classes.one(AccessControl.caller(context), id(context));
        List<ClassroomStore.Person> students = teaching.students(teachingClass.unitId());
        EnrolmentList list =
                context.formParam("all") != null
                        ? new EnrolmentList(unenrolled(teachingClass), List.of())
                        : EnrolmentList.read(text(context, "students"), students);
        List<Long> added = new ArrayList<>(list.found());
        added.removeAll(teachingClass.enrolled());
        if (!list.unknown().isEmpty() || added.isEmpty()) {
            context.status(HttpStatus.BAD_REQUEST);
            Words words = PageLanguage.words(context);
            show(context, notEnrolled(list, text(context, "students"), words), null);
            return;
        }
        attempt(
                context,
                null,
                () -> {
                    enrol(context, enrolled -> enrolled.addAll(added));
                    ClassDone.back(context, "enrolled", added);
                });
    }

    /// Nobody is enrolled as long as a line is not understood: a list goes in as a whole.
    private static Done notEnrolled(EnrolmentList list, String typed, Words words) {
        String sentence = words.text("classroom.enrol.already");
        if (!list.unknown().isEmpty()) {
            sentence =
                    words.text(
                            "classroom.enrol.unknown",
                            list.unknown().stream()
                                    .limit(MOST_NAMED)
                                    .map(line -> words.text("classroom.quoted", line))
                                    .collect(Collectors.joining(", ")));
        } else if (list.found().isEmpty()) {
            sentence = words.text("classroom.enrol.empty");
        }
        return new Done(sentence, true, "", "", typed);
    }

    private void remove(Context context) {
        TeachingClass teachingClass = classes.one(AccessControl.caller(context), id(context));
        List<Long> removed =
                context.formParams("student").stream()
                        .flatMap(value -> Arrays.stream(value.split(",", -1)))
                        .filter(value -> value.matches("[0-9]{1,18}"))
                        .map(Long::valueOf)
                        .filter(teachingClass.enrolled()::contains)
                        .toList();
        attempt(
                context,
                null,
                () -> {
                    enrol(context, enrolled -> removed.forEach(enrolled::remove));
                    ClassDone.back(context, "removed", removed);
                });
    }

    private void enrol(Context context, Consumer<Set<Long>> students) {
        classes.enrol(AccessControl.caller(context), id(context), students);
    }

    private void change(Context context) {
        attempt(
                context,
                null,
                () -> {
                    classes.change(
                            AccessControl.caller(context), id(context), ClassForm.read(context));
                    ClassDone.back(context, "changed", List.of());
                });
    }

    private void turn(Context context, String status) {
        attempt(
                context,
                null,
                () -> {
                    classes.change(
                            AccessControl.caller(context),
                            id(context),
                            JsonNodeFactory.instance.objectNode().put("status", status));
                    ClassDone.back(context, status.toLowerCase(Locale.ROOT), List.of());
                });
    }

    private void plan(Context context) {
        Caller caller = AccessControl.caller(context);
        TeachingClass teachingClass = classes.one(caller, id(context));
        PlanForm form = PlanForm.read(context);
        String fault = form.fault(PageLanguage.words(context)).orElse(null);
        if (fault != null) {
            context.status(HttpStatus.BAD_REQUEST);
            show(context, Done.wrong(fault), form);
            return;
        }
        attempt(
                context,
                form,
                () -> {
                    ClassSession made =
                            sessions.add(
                                    caller,
                                    teachingClass.id(),
                                    new ClassSessions.New(
                                            null,
                                            form.plan(teaching.zoneOf(teachingClass.unitId()))));
                    context.redirect("/class-sessions/" + made.id(), HttpStatus.SEE_OTHER);
                });
    }

    /// Does something, or shows the page again with why that is refused.
    private void attempt(Context context, @Nullable PlanForm form, Runnable work) {
        try {
            work.run();
        } catch (Refused e) {
            String sentence = Refusals.sentence(e, PageLanguage.words(context));
            context.status(HttpStatus.UNPROCESSABLE_CONTENT);
            show(context, Done.wrong(sentence), form);
        }
    }

    private static UUID id(Context context) {
        return Ids.uuid(context, "id", "class");
    }

    private static String text(Context context, String field) {
        String text = context.formParam(field);
        return text == null ? "" : text;
    }
}
