using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace ActionPlan;

/// <summary>Registers ActionPlan with a container.</summary>
public static class ActionPlanServices
{
    /// <summary>
    /// Adds <see cref="PlanReader"/> and <see cref="TableReader"/> as singletons. They log where the container has logging.
    /// </summary>
    /// <param name="services">The services.</param>
    /// <param name="options">How to read; <see cref="ReadOptions.Default"/> when null.</param>
    public static IServiceCollection AddActionPlan(this IServiceCollection services, ReadOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(services);
        services.AddSingleton(provider => new PlanReader(options, provider.GetService<ILogger<PlanReader>>()));
        services.AddSingleton(provider => new TableReader(options, provider.GetService<ILogger<TableReader>>()));
        return services;
    }
}
