package org.tutortimes.server.tasks;

import io.javalin.http.Context;
import io.javalin.router.JavalinDefaultRoutingApi;
import java.util.List;
import org.tutortimes.model.tracking.Action;
import org.tutortimes.model.wire.Api;
import org.tutortimes.server.Refusal;
import org.tutortimes.server.Refused;
import org.tutortimes.server.access.Access;
import org.tutortimes.server.access.AccessControl;
import org.tutortimes.server.database.Database;
import org.tutortimes.server.request.Body;
import org.tutortimes.server.request.Ids;
import org.tutortimes.server.tracking.Activity;
import org.tutortimes.server.tracking.Marking;
import org.tutortimes.server.tracking.ObserverFields;
import org.tutortimes.server.tracking.Person;
import org.tutortimes.server.tracking.SessionTracker;
import org.tutortimes.server.units.TaskStatus;
import org.tutortimes.server.web.Routes;

/// The two requests of OnTrack's clients that tutors make while they mark. Each records that it was
/// made.
public final class TaskRoutes implements Routes {

    private final Database database;
    private final SessionTracker tracker;

    public TaskRoutes(Database database, SessionTracker tracker) {
        this.database = database;
        this.tracker = tracker;
    }

    @Override
    public void addTo(JavalinDefaultRoutingApi routes) {
        routes.get(Api.UNITS + "/{id}/tasks/inbox", this::inbox, Access.SIGNED_IN);
        routes.put(
                "/api/projects/{id}/task_def_id/{task_definition_id}",
                this::assess,
                Access.SIGNED_IN_OR_SERVICE);
    }

    private void inbox(Context context) {
        long unitId = Ids.number(context, "id", "unit");
        Person person = ObserverFields.person(AccessControl.caller(context));
        List<TaskStore.Waiting> waiting =
                database.read(handle -> {
                    Marking.refuseOthers(handle, person, unitId);
                    return TaskStore.waiting(handle, unitId);
                });
        // What is read is not kept from others meanwhile; only its being read is written.
        database.write(handle -> {
            tracker.alongside(
                    handle,
                    person,
                    Activity.now(new Activity.Work(unitId, null, null), Action.INBOX, false));
            return handle;
        });
        context.json(waiting);
    }

    private void assess(Context context) {
        long projectId = Ids.number(context, "id", "task");
        long taskDefinitionId = Ids.number(context, "task_definition_id", "task");
        Body body = Body.of(context);
        Person person = ObserverFields.person(AccessControl.callerIfAny(context), body);
        TaskStatus trigger = trigger(body);
        body.refuseFaults();
        context.json(
                database.write(handle -> {
                    TaskStore.Placed found =
                            TaskStore.task(handle, projectId, taskDefinitionId)
                                    .orElseThrow(() -> new Refused(new Refusal.NotFound("task")));
                    Marking.refuseOthers(handle, person, found.unitId());
                    TaskStore.Task task = found.task();
                    boolean changed = TaskStore.setStatus(handle, task.id(), trigger);
                    Activity.Work work = new Activity.Work(found.unitId(), projectId, task.id());
                    tracker.alongside(
                            handle, person, Activity.now(work, Action.ASSESSING, changed));
                    return new TaskStore.Task(
                            task.id(), projectId, taskDefinitionId, trigger.wireName());
                }));
    }

    private static TaskStatus trigger(Body body) {
        TaskStatus trigger = TaskStatus.of(body.requiredText("trigger")).orElse(null);
        if (trigger == null) {
            body.fault("trigger", "must be one of " + String.join(", ", TaskStatus.wireNames()));
            return TaskStatus.NOT_STARTED;
        }
        return trigger;
    }
}
